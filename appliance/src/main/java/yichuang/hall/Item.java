package yichuang.hall;

import java.util.List;
import java.util.Optional;

/**
 * One catalogue entry 事项 with the ten shared elements 三级十同 (opinion §1.2) and what the hall needs
 * to serve it.
 *
 * @param code 业务办理项编码, 33 characters; its first 31 are the 实施编码 of the task
 * @param minutes expected time at the window, in minutes
 * @param series the letter its tickets are numbered with
 * @param selfServicePlace where the terminal stands, when the item needs no window
 * @param forEnterprise 涉企: such an item must have deferrable materials (opinion §4)
 */
public record Item(
        ItemCode code,
        String name,
        String englishName,
        String kind,
        String legalBasis,
        int level,
        String conditions,
        List<String> serves,
        List<Material> materials,
        String timeLimit,
        String fee,
        String department,
        ZoneCode zone,
        String series,
        List<String> modes,
        boolean commitmentAllowed,
        boolean cityWide,
        boolean forEnterprise,
        Optional<String> selfServicePlace,
        int minutes,
        List<String> aliases) {
    private static final int TASK_CODE_LENGTH = 31;

    public Item {
        Checks.atLeast("minutes of " + code, minutes, 1);
        serves = List.copyOf(serves);
        materials = List.copyOf(materials);
        modes = List.copyOf(modes);
        aliases = List.copyOf(aliases);
    }

    /** {@return the 实施编码: the code without its two digits of 办理项} */
    public String taskCode() {
        String value = code.value();
        return value.length() > TASK_CODE_LENGTH ? value.substring(0, TASK_CODE_LENGTH) : value;
    }

    public boolean selfService() {
        return selfServicePlace.isPresent();
    }
}
