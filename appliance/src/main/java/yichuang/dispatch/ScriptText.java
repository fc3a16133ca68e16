package yichuang.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.FunctionNode;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.Name;

/**
 * The text of a script, read before it is compiled. Only the plain parts of the language are let
 * through, and every {@code +} is replaced by a call that checks how long a text becomes: doubling
 * a string thirty times takes thirty steps and a gigabyte, which no counter of steps would see. No
 * line moves, so that faults name the author's lines.
 */
final class ScriptText {
    /** The name behind every +; authors cannot write it. */
    static final String ADD = "$add";

    private static final int LENGTH_MAX = 64_000;
    private static final Pattern CONST_IN_FOR = Pattern.compile("\\bfor\\s*\\(\\s*const\\b");
    private static final Set<String> PARTS =
            Set.of(
                    "ArrayLiteral",
                    "Assignment",
                    "AstRoot",
                    "Block",
                    "BreakStatement",
                    "Comment",
                    "ConditionalExpression",
                    "ContinueStatement",
                    "DoLoop",
                    "ElementGet",
                    "EmptyExpression",
                    "EmptyStatement",
                    "ExpressionStatement",
                    "ForInLoop",
                    "ForLoop",
                    "FunctionCall",
                    "FunctionNode",
                    "IfStatement",
                    "InfixExpression",
                    "KeywordLiteral",
                    "Label",
                    "LabeledStatement",
                    "Name",
                    "NumberLiteral",
                    "ObjectLiteral",
                    "ObjectProperty",
                    "ParenthesizedExpression",
                    "PropertyGet",
                    "ReturnStatement",
                    "Scope",
                    "StringLiteral",
                    "SwitchCase",
                    "SwitchStatement",
                    "ThrowStatement",
                    "UnaryExpression",
                    "UpdateExpression",
                    "VariableDeclaration",
                    "VariableInitializer",
                    "WhileLoop");

    private final String source;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(int at, int removed, String text) {}

    /** Carries the finding out of the visitor. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ScriptError error;

        Found(int line, String what, String hint) {
            super(what, null, false, false);
            this.error = new ScriptError(line, what, hint);
        }
    }

    private ScriptText(String source) {
        this.source = source;
    }

    /** {@return what is compiled in place of the author's text} */
    static String checked(String name, String source) throws ScriptError {
        if (source.length() > LENGTH_MAX) {
            throw new ScriptError(
                    0,
                    "脚本太长：" + source.length() + " 个字符。The script is too long.",
                    "最多 " + LENGTH_MAX + " 个字符。At most " + LENGTH_MAX + " characters.");
        }
        ScriptText text = new ScriptText(source);
        try {
            AstRoot root = parse(name, source);
            root.visit(
                    node -> {
                        text.look(node);
                        return true;
                    });
        } catch (EvaluatorException error) {
            throw text.unreadable(error);
        } catch (Found found) {
            throw found.error;
        }
        return text.edited();
    }

    private static AstRoot parse(String name, String source) {
        CompilerEnvirons environs = new CompilerEnvirons();
        environs.setLanguageVersion(Context.VERSION_ES6);
        return new Parser(environs).parse(source, name, 1);
    }

    private ScriptError unreadable(EvaluatorException error) {
        int line = Math.max(1, error.lineNumber());
        List<String> lines = source.lines().toList();
        if (line <= lines.size() && CONST_IN_FOR.matcher(lines.get(line - 1)).find()) {
            return new ScriptError(
                    line,
                    "这里不能写 for (const x of …)。for (const x of …) cannot be read here.",
                    "把 const 改成 let：for (let x of xs)。Write let: for (let x of xs).");
        }
        return new ScriptError(
                line,
                "这一行读不懂：" + error.details() + "。This line cannot be read: " + error.details(),
                "看看括号、引号和逗号是否成对。Check brackets, quotes and commas.");
    }

    private void look(AstNode node) {
        String part = node.getClass().getSimpleName();
        if (!PARTS.contains(part)
                || (node instanceof FunctionNode function && function.isGenerator())) {
            throw new Found(
                    node.getLineno(),
                    "策略脚本里不能用这种写法：" + part + "。" + part + " is not available in a policy script.",
                    hint(part));
        }
        if (node instanceof Name name
                && (name.getIdentifier().startsWith("$")
                        || name.getIdentifier().startsWith("__"))) {
            throw new Found(
                    node.getLineno(),
                    "名字不能以 $ 或 __ 开头："
                            + name.getIdentifier()
                            + "。A name cannot begin with $ or __.",
                    "换一个名字。Choose another name.");
        }
        if (node instanceof Assignment assignment) {
            if (assignment.getType() == Token.ASSIGN_ADD) {
                replaceAddTo(assignment);
            }
        } else if (node instanceof InfixExpression infix && infix.getType() == Token.ADD) {
            replaceAdd(infix);
        }
    }

    private static String hint(String part) {
        return switch (part) {
            case "TemplateLiteral", "TaggedTemplateLiteral" -> "用 + 连接文字。Join texts with +.";
            case "RegExpLiteral" ->
                    "用 indexOf、includes、startsWith。Use indexOf, includes, startsWith.";
            case "BigIntLiteral" -> "去掉数字后的 n。Write the number without n.";
            case "Spread", "SpreadObjectProperty" ->
                    "用 concat 或逐个写出。Use concat, or write the members out.";
            case "TryStatement" ->
                    "不用 try：出错时内置策略会接手。Leave try out: the built-in policy answers when a script does not.";
            case "NewExpression" -> "直接写 [] 或 {}，报错写 throw \"…\"。Write [] or {}, or throw \"…\".";
            default -> "见 docs/scripting/policies.md。See docs/scripting/policies.md.";
        };
    }

    private void replaceAdd(InfixExpression infix) {
        edit(infix.getLeft().getAbsolutePosition(), 0, ADD + "(");
        edit(operator(infix, "+"), 1, ",");
        edit(end(infix.getRight()), 0, ")");
    }

    /**
     * {@code a.b += c} becomes {@code a.b = $add(a.b, c)}; the target must be safe to read twice.
     */
    private void replaceAddTo(Assignment assignment) {
        AstNode target = assignment.getLeft();
        String written = source.substring(target.getAbsolutePosition(), end(target));
        if (!written.matches("[\\w.\\[\\]\"'\\p{L}]+")) {
            throw new Found(
                    assignment.getLineno(),
                    "+= 左边太复杂。The left side of += is too complicated.",
                    "写成 a = a + b。Write a = a + b.");
        }
        edit(operator(assignment, "+="), 2, "= " + ADD + "(" + written + ",");
        edit(end(assignment.getRight()), 0, ")");
    }

    private int operator(InfixExpression infix, String expected) {
        int at = infix.getAbsolutePosition() + infix.getOperatorPosition();
        if (!source.startsWith(expected, at)) {
            throw new IllegalStateException("no " + expected + " at " + at + " of the script");
        }
        return at;
    }

    private static int end(AstNode node) {
        return node.getAbsolutePosition() + node.getLength();
    }

    private void edit(int at, int removed, String text) {
        edits.add(new Edit(at, removed, text));
    }

    private String edited() {
        edits.sort(Comparator.comparingInt(Edit::at));
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Edit edit : edits) {
            text.append(source, done, edit.at()).append(edit.text());
            done = edit.at() + edit.removed();
        }
        return text.append(source.substring(done)).toString();
    }
}
