package yichuang.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a text file strictly: a file saved as GBK is the commonest mishap and gets its own word.
 */
final class TextFile {
    private static final long BYTES_MAX = 8L * 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /** {@return the text without its byte-order mark; empty when a problem says why not} */
    static Optional<String> read(Path file, Problems problems) {
        At start = new At(file.toString(), 1);
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(
                        start,
                        "没有这个文件。检查文件名和路径。",
                        "There is no such file. Check its name and path.");
                return Optional.empty();
            }
            if (Files.size(file) > BYTES_MAX) {
                problems.add(start, "文件超过 8 MB。拆成几个文件。", "The file is larger than 8 MB. Split it.");
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), file, problems);
        } catch (IOException unreadable) {
            problems.add(
                    start,
                    "读不了这个文件：" + unreadable.getMessage() + "。检查权限和磁盘。",
                    "The file cannot be read: "
                            + unreadable.getMessage()
                            + ". Check permissions and disk.");
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Path file, Problems problems) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = strict.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(
                    new At(file.toString(), line),
                    "不是 UTF-8 文字。在 WPS 或编辑器里另存为“UTF-8”（CSV 选“CSV UTF-8”）。",
                    "This is not UTF-8. Save it as UTF-8 (for CSV: \"CSV UTF-8\").");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(
                !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }
}
