package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The data directory cannot be used as it is, and guessing could lose an acknowledged command. The
 * message names the file and the place, and says what to do; Chinese first.
 */
public final class LogDamaged extends IOException {
    private static final long serialVersionUID = 1;

    private static final String RESTORE_CHINESE =
            "未改动任何内容。请换好存储卡，再从备份恢复（scripts/appliance restore）。";
    private static final String RESTORE =
            "Nothing was changed. Replace the card or disk, then restore a backup"
                    + " (scripts/appliance restore).";

    private final What what;

    private enum What {
        DAMAGE,
        NEWER_FORMAT
    }

    private LogDamaged(String chinese, String english) {
        this(What.DAMAGE, chinese, english);
    }

    private LogDamaged(What what, String chinese, String english) {
        super(chinese + "\n" + english);
        this.what = what;
    }

    /** {@return whether a newer release wrote the file: it is whole, only not ours to read} */
    boolean newer() {
        return what == What.NEWER_FORMAT;
    }

    static LogDamaged inUse(Path directory) {
        return new LogDamaged(
                "数据目录 %s 正被另一个进程使用。请先停止它，或用 --data 指定另一个目录。".formatted(directory),
                ("Data directory %s is in use by another process."
                                + " Stop that one first, or name another directory with --data.")
                        .formatted(directory));
    }

    static LogDamaged otherNode(Path directory, String owner, String node) {
        return new LogDamaged(
                "数据目录 %s 属于节点 %s，不是 %s。请用 --node %s 启动，或另选目录。"
                        .formatted(directory, owner, node, owner),
                ("Data directory %s belongs to node %s, not %s."
                                + " Start with --node %s, or name another directory.")
                        .formatted(directory, owner, node, owner));
    }

    static LogDamaged newer(Path file, int version, int known, String release) {
        return new LogDamaged(
                What.NEWER_FORMAT,
                "文件 %s 的格式版本是 %d，由 %s 版写入；本版只认识到 %d。请安装 %s 或更新的版本。"
                        .formatted(file, version, release, known, release),
                ("File %s has format %d, written by release %s; this release reads up to"
                                + " format %d. Install release %s or a newer one.")
                        .formatted(file, version, release, known, release));
    }

    static LogDamaged at(Path file, long offset, String what) {
        return new LogDamaged(
                "文件 %s 在第 %d 字节处损坏（%s）。".formatted(file, offset, what) + RESTORE_CHINESE,
                "File %s is damaged at byte %d (%s). ".formatted(file, offset, what) + RESTORE);
    }

    static LogDamaged beforeAcknowledged(Path file, long offset, long index) {
        return new LogDamaged(
                "文件 %s 在第 %d 字节处损坏：第 %d 条记录缺失，其后还有已确认的记录。".formatted(file, offset, index)
                        + RESTORE_CHINESE,
                ("File %s is damaged at byte %d: entry %d is missing"
                                        + " and acknowledged entries follow. ")
                                .formatted(file, offset, index)
                        + RESTORE);
    }

    static LogDamaged missing(Path directory, String chinese, String english) {
        return new LogDamaged(
                "数据目录 %s：%s。".formatted(directory, chinese) + RESTORE_CHINESE,
                "Data directory %s: %s. ".formatted(directory, english) + RESTORE);
    }

    static LogDamaged cannotApply(long index, Throwable bug) {
        return bug(
                "第 %d 条命令无法执行（%s）".formatted(index, bug),
                "Command %d cannot be applied (%s)".formatted(index, bug),
                bug);
    }

    static LogDamaged cannotSave(long index, Throwable bug) {
        return bug(
                "第 %d 条命令之后的状态无法保存（%s）".formatted(index, bug),
                "The state after command %d cannot be saved (%s)".formatted(index, bug),
                bug);
    }

    private static LogDamaged bug(String chinese, String english, Throwable bug) {
        LogDamaged damaged =
                new LogDamaged(
                        chinese + "，这是程序错误。请安装更新的版本；数据完好。",
                        english + ", which is a bug. Install a newer release; the data is whole.");
        damaged.initCause(bug);
        return damaged;
    }
}
