package yichuang.config;

import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML file into {@link Yaml}, keeping lines. Only the node tree of SnakeYAML is used: it
 * makes no object of any class the file names, and plain words mean what YAML 1.2 says, so that
 * {@code 08:30} is not 510 and {@code on} is not true.
 */
final class YamlReader {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.0{1,9})?");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})\\.[0-9]{1,9}");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.\\u4e00-\\u9fff-]{1,64}");

    private final String file;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** {@return the file's one document; empty when a problem says what is wrong with it} */
    static Optional<Yaml> read(String text, String file, Problems problems) {
        int before = problems.count();
        Optional<Yaml> read = new YamlReader(file, problems).document(text);
        return problems.count() == before ? read : Optional.empty();
    }

    private Optional<Yaml> document(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            Composer composer =
                    new Composer(
                            new ParserImpl(new StreamReader(new StringReader(text)), options),
                            new Resolver(),
                            options);
            Optional<Node> root = Optional.ofNullable(composer.getSingleNode());
            if (root.isEmpty()) {
                problems.add(
                        new At(file, 1), "文件是空的。从示例复制一份。", "The file is empty. Copy the example.");
            }
            return root.map(this::value);
        } catch (MarkedYAMLException wrong) {
            Optional<Mark> mark =
                    Optional.ofNullable(wrong.getProblemMark())
                            .or(() -> Optional.ofNullable(wrong.getContextMark()));
            problems.add(
                    new At(file, mark.map(Mark::getLine).orElse(0) + 1),
                    "YAML 格式不对：" + wrong.getProblem() + "。检查这一行和上一行的缩进（用空格，不用 Tab）、冒号后的空格、引号和括号。",
                    "This is not YAML: "
                            + wrong.getProblem()
                            + ". Look at this line and the one above: indent by spaces, a space"
                            + " after a colon, closed quotes and brackets.");
        } catch (ReaderException wrong) {
            int line = 1;
            for (int i = 0; i < Math.min(wrong.getPosition(), text.length()); i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            problems.add(
                    new At(file, line),
                    "有不能用的控制字符。删掉它。",
                    "There is a control character. Remove it.");
        } catch (YAMLException wrong) {
            problems.add(
                    new At(file, 1),
                    "嵌套太深或太长：" + wrong.getMessage() + "。照示例重写。",
                    "Too deep or too long: " + wrong.getMessage() + ". Write it like the example.");
        }
        return Optional.empty();
    }

    private Yaml value(Node node) {
        At at = at(node);
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, at);
            case SequenceNode sequence when isNew(node) ->
                    new Yaml.Sequence(at, sequence.getValue().stream().map(this::value).toList());
            case MappingNode mapping when isNew(node) -> mapping(mapping, at);
            default -> {
                problems.add(
                        at,
                        "这里不用 YAML 的引用（& 和 *）。把内容写全。",
                        "References (& and *) are not used here. Write it out.");
                yield new Yaml.Blank(at);
            }
        };
    }

    /** An alias gives the same node again, and may even hold itself. */
    private boolean isNew(Node node) {
        return seen.add(node);
    }

    private Yaml mapping(MappingNode mapping, At at) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            At keyAt = at(tuple.getKeyNode());
            String key = key(tuple.getKeyNode(), keyAt);
            Yaml.Entry entry = new Yaml.Entry(keyAt, value(tuple.getValueNode()));
            Yaml.Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                problems.add(
                        keyAt,
                        key + " 写了两次，第一次在第 " + first.key().line() + " 行。删去一个。",
                        key
                                + " is there twice, first on line "
                                + first.key().line()
                                + ". Remove one.");
            }
        }
        return new Yaml.Mapping(at, entries);
    }

    private String key(Node node, At at) {
        String key = node instanceof ScalarNode name ? name.getValue() : "";
        if (!KEY.matcher(key).matches()) {
            problems.add(
                    at,
                    "“" + key.strip() + "”不能作设置项的名称。检查冒号、引号和缩进。",
                    "\""
                            + key.strip()
                            + "\" cannot name a setting. Look at colons, quotes and indents.");
        }
        return key;
    }

    private static Yaml scalar(ScalarNode scalar, At at) {
        String word = scalar.getValue();
        if (!scalar.isPlain()) {
            return new Yaml.Text(at, word);
        }
        if (WHOLE.matcher(word).matches()) {
            String digits = word.contains(".") ? word.substring(0, word.indexOf('.')) : word;
            return new Yaml.Whole(at, Long.parseLong(digits));
        }
        if (DECIMAL.matcher(word).matches()) {
            return new Yaml.Decimal(at, Double.parseDouble(word));
        }
        return switch (word) {
            case "true", "false" -> new Yaml.Flag(at, Boolean.parseBoolean(word));
            case "", "~", "null" -> new Yaml.Blank(at);
            default -> new Yaml.Text(at, word);
        };
    }

    private At at(Node node) {
        return new At(file, node.getStartMark().getLine() + 1);
    }
}
