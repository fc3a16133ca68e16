package yichuang.hall;

/**
 * Who is weighed before others. A hall may switch a group off.
 *
 * @param proof what the person shows at the window
 */
public record PriorityGroup(
        GroupCode code, String name, String englishName, String proof, boolean on) {}
