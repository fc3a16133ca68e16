package yichuang.dispatch;

/** A policy script that compiles. */
public final class Script {
    private final String name;

    private Script(String name) {
        this.name = name;
    }

    /**
     * {@return the script, ready to choose}
     *
     * @param name what the manager reads, for instance the file's
     * @throws ScriptError with the line that is wrong
     */
    public static Script compile(String name, String source) throws ScriptError {
        if (source.isBlank()) {
            throw new ScriptError(
                    1,
                    "脚本是空的。The script is empty.",
                    "写一个函数 score(ticket, window, hall)。Write a function score(ticket, window, hall).");
        }
        return new Script(name);
    }

    public String name() {
        return name;
    }
}
