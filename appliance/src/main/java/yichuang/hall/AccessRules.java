package yichuang.hall;

import java.util.Optional;

/** Who may ask: tokens and one-time codes, by their hashes only. */
final class AccessRules {
    private AccessRules() {}

    static Answer grant(Command.GrantToken grant, Draft draft) {
        put(grant.token(), draft);
        return draft.agreed(receipt(grant.token()));
    }

    static Answer revoke(Command.RevokeToken revoke, Draft draft) {
        Token token =
                Optional.ofNullable(draft.state().tokens.get(revoke.token()))
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                new Refusal.Unknown(
                                                        "token", revoke.token().value())));
        draft.change(() -> draft.state().tokens.remove(token.id()));
        draft.happened(new Event.TokenRevoked(draft.at(), token));
        return draft.agreed(receipt(token));
    }

    static Answer issue(Command.IssueCode issue, Draft draft) {
        issue.code()
                .window()
                .filter(window -> draft.furnishing().findWindow(window).isEmpty())
                .ifPresent(
                        window -> {
                            throw new Refused(new Refusal.UnknownWindow(window.value()));
                        });
        draft.change(
                () -> {
                    draft.state()
                            .codes
                            .values()
                            .removeIf(code -> !draft.at().isBefore(code.expires()));
                    draft.state().codes.put(issue.code().hash(), issue.code());
                });
        draft.happened(new Event.CodeIssued(draft.at(), issue.code()));
        return draft.agreed(new Receipt.Noted(issue.code().label(), draft.at()));
    }

    /** Good once: the code goes as the token comes. */
    static Answer use(Command.UseCode use, Draft draft) {
        EnrolCode code =
                Optional.ofNullable(draft.state().codes.get(use.codeHash()))
                        .filter(one -> draft.at().isBefore(one.expires()))
                        .orElseThrow(() -> new Refused(new Refusal.BadCode()));
        Token token =
                new Token(
                        use.id(),
                        use.tokenHash(),
                        code.role(),
                        code.window(),
                        code.device(),
                        use.browser(),
                        code.label(),
                        draft.at());
        draft.change(() -> draft.state().codes.remove(use.codeHash()));
        put(token, draft);
        return draft.agreed(receipt(token));
    }

    private static void put(Token token, Draft draft) {
        draft.change(() -> draft.state().tokens.put(token.id(), token));
        draft.happened(new Event.TokenGranted(draft.at(), token));
    }

    private static Receipt receipt(Token token) {
        return new Receipt.Granted(token.id(), token.role(), token.window());
    }
}
