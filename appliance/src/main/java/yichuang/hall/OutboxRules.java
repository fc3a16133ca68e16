package yichuang.hall;

import java.util.List;

/**
 * What the evaluation platform and the gateway for messages answered, in the order of all other
 * commands, so that every voter's outbox is the same. The hall keeps nothing of them and knows no
 * letter: it only sees that they are of a size that can be kept.
 */
final class OutboxRules {
    static final int LETTERS_MAX = 1_000;
    static final int LETTER_LENGTH_MAX = 160;
    static final int WORDS_LENGTH_MAX = 500;
    static final int CORRECTIONS_MAX = 40;
    static final int SEALED_LENGTH_MAX = 4_000;

    private OutboxRules() {}

    static Answer delivered(Command.NoteDelivered note, Draft draft) {
        fits("deliveries", note.deliveries(), LETTERS_MAX);
        for (Delivery each : note.deliveries()) {
            fits("letter", each.letter(), LETTER_LENGTH_MAX);
            fits("receipt", each.receipt(), WORDS_LENGTH_MAX);
        }
        draft.happened(new Event.LettersDelivered(draft.at(), note.deliveries()));
        return noted("delivered", draft);
    }

    static Answer setAside(Command.SetLettersAside set, Draft draft) {
        fits("letters", set.letters(), LETTERS_MAX);
        for (DeadLetter each : set.letters()) {
            fits("letter", each.letter(), LETTER_LENGTH_MAX);
            fits("reason", each.reason(), WORDS_LENGTH_MAX);
        }
        draft.happened(new Event.LettersSetAside(draft.at(), set.letters()));
        return noted("set-aside", draft);
    }

    static Answer resend(Command.ResendLetter resend, Draft draft) {
        fits("letter", resend.letter(), LETTER_LENGTH_MAX);
        if (resend.corrections().size() > CORRECTIONS_MAX) {
            throw new Refused(new Refusal.Unknown("corrections", "> " + CORRECTIONS_MAX));
        }
        for (Correction each : resend.corrections()) {
            fits("field", each.field(), LETTER_LENGTH_MAX);
            if (each.value().length() > WORDS_LENGTH_MAX) {
                throw new Refused(new Refusal.Unknown(each.field(), "> " + WORDS_LENGTH_MAX));
            }
        }
        draft.happened(new Event.LetterResent(draft.at(), resend.letter(), resend.corrections()));
        return noted(resend.letter(), draft);
    }

    static Answer name(Command.NameApplicant name, Draft draft) {
        fits("applicant", name.sealed(), SEALED_LENGTH_MAX);
        draft.happened(new Event.ApplicantNamed(draft.at(), name.ticket(), name.sealed()));
        return noted(name.ticket().value(), draft);
    }

    static Answer erase(Command.EraseApplicants erase, Draft draft) {
        draft.happened(new Event.ApplicantsErased(draft.at(), erase.deliveredBefore()));
        return noted("applicants", draft);
    }

    static Answer invited(Command.NoteInvitations note, Draft draft) {
        fits("notes", note.notes(), LETTERS_MAX);
        for (InvitationNote each : note.notes()) {
            fits("said", each.said(), WORDS_LENGTH_MAX);
        }
        draft.happened(new Event.InvitationsNoted(draft.at(), note.notes()));
        return noted("invited", draft);
    }

    private static Answer noted(String what, Draft draft) {
        return draft.agreed(new Receipt.Noted(what, draft.at()));
    }

    private static void fits(String field, List<?> list, int most) {
        if (list.isEmpty()) {
            throw new Refused(new Refusal.MissingField(field));
        }
        if (list.size() > most) {
            throw new Refused(new Refusal.Unknown(field, "> " + most));
        }
    }

    private static void fits(String field, String text, int most) {
        if (text.isBlank()) {
            throw new Refused(new Refusal.MissingField(field));
        }
        if (text.length() > most) {
            throw new Refused(new Refusal.Unknown(field, "> " + most));
        }
    }
}
