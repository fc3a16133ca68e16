package yichuang.config;

import java.util.List;
import yichuang.hall.RectificationSetup;

/** Reads in how many working days the steps of a rectification 整改 are due. */
final class RectificationReader {
    private static final RectificationSetup PLAIN = RectificationSetup.PLAIN;

    private RectificationReader() {}

    private record Term(String key, int days) {}

    /** {@return what the hall wants of its own, the usual for the rest} */
    static RectificationSetup read(Yaml.Mapping rating, Problems problems) {
        return rating.findMapping("rectification")
                .map(terms -> terms(terms, problems))
                .orElse(PLAIN);
    }

    private static RectificationSetup terms(Yaml.Mapping given, Problems problems) {
        Term verify = term(given, "verify", PLAIN.verify());
        Term contact = term(given, "contact", PLAIN.contact());
        Term fix = term(given, "fix", PLAIN.fix());
        Term reply = term(given, "reply", PLAIN.reply());
        Term followUp = term(given, "followUp", PLAIN.followUp());
        Term complex = term(given, "complex", PLAIN.complex());
        int before = problems.count();
        List<Term> steps = List.of(verify, contact, fix, reply, followUp);
        for (int i = 1; i < steps.size(); i++) {
            notBefore(steps.get(i - 1), steps.get(i), given, problems);
        }
        notBefore(reply, complex, given, problems);
        return problems.count() > before
                ? PLAIN
                : new RectificationSetup(
                        verify.days(),
                        contact.days(),
                        fix.days(),
                        reply.days(),
                        followUp.days(),
                        complex.days());
    }

    private static Term term(Yaml.Mapping given, String key, int usual) {
        return new Term(key, given.findWhole(key).orElse(usual));
    }

    /** A step that is due before the one it follows would be overdue as soon as it begins. */
    private static void notBefore(Term first, Term then, Yaml.Mapping given, Problems problems) {
        if (then.days() >= first.days()) {
            return;
        }
        At at =
                given.entries().containsKey(then.key())
                        ? given.entries().get(then.key()).key()
                        : given.at();
        problems.add(
                at,
                then.key()
                        + " 是 "
                        + then.days()
                        + " 个工作日，比前一步 "
                        + first.key()
                        + " 的 "
                        + first.days()
                        + " 个还早。改大它，或改小前一步。",
                then.key()
                        + " is "
                        + then.days()
                        + " working days, before the "
                        + first.days()
                        + " of "
                        + first.key()
                        + ", which comes first. Raise it or lower the other.");
    }
}
