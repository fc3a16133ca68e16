package yichuang.records;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that writes the records of a seed until somebody kills it. */
final class KilledProcess {
    private KilledProcess() {}

    static final int COMMANDS = 4_000;

    /** {@code args}: directory, seed. Prints the committed index again and again. */
    public static void main(String[] args) {
        Story story = RandomDays.play(Long.parseLong(args[1]), COMMANDS);
        Records records = Records.open(Path.of(args[0]));
        for (Happened one : story.entries()) {
            records.happened(one.index(), one.entry(), one.events());
            records.awaitIndex(one.index()).join();
            System.out.println(one.index());
        }
        records.awaitIndex(Long.MAX_VALUE).join();
    }

    static Process start(Path dir, long seed) throws java.io.IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(KilledProcess.class.getName(), dir.toString(), String.valueOf(seed)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
