package yichuang.devices;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.HelpCall;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;

/** What each key asks of the hall, always in the device's own name. */
final class Pressing {
    private static final List<String> LEVELS = List.of("1", "2", "3", "4", "5");

    private final Asking asking;
    private final InstantSource clock;

    Pressing(Asking asking, InstantSource clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** {@code request}: what makes a retry over the API the same press; a real key has none. */
    CompletionStage<Press> press(Line line, String key, Optional<RequestKey> request) {
        return switch (line) {
            case KeypadLine keypad -> rate(keypad, key, request);
            case CallerLine caller -> call(caller, key, request);
            case PanicLine panic -> help(panic, key, request);
            default -> CompletableFuture.completedFuture(new Press.NoKeypad(line.spot().id()));
        };
    }

    private CompletionStage<Press> rate(
            KeypadLine keypad, String key, Optional<RequestKey> request) {
        if (!LEVELS.contains(key)) {
            return CompletableFuture.completedFuture(new Press.UnknownKey(key));
        }
        Optional<TicketId> visit = keypad.pressed(key, clock.instant());
        if (visit.isEmpty()) {
            return CompletableFuture.completedFuture(new Press.Dark(keypad.spot().id()));
        }
        return ask(
                keypad,
                request,
                new Command.Rate(
                        UUID.randomUUID().toString(),
                        visit.get(),
                        key.charAt(0) - '0',
                        Channel.KEYPAD,
                        List.of(),
                        Optional.empty(),
                        1,
                        Optional.empty()));
    }

    private CompletionStage<Press> call(
            CallerLine caller, String key, Optional<RequestKey> request) {
        Optional<CallerKey> known = CallerKey.find(key);
        Optional<WindowId> window = caller.spot().window();
        if (known.isEmpty() || window.isEmpty()) {
            return CompletableFuture.completedFuture(new Press.UnknownKey(key));
        }
        caller.pressed(key);
        Optional<Command> command = known.get().command(window.get());
        return command.isPresent()
                ? ask(caller, request, command.get())
                : asking.callNext(name(caller), request, window.get())
                        .thenApply(
                                answer ->
                                        answer.<Press>map(Press.Asked::new)
                                                .orElseGet(() -> new Press.NobodyWaits()));
    }

    private CompletionStage<Press> help(PanicLine panic, String key, Optional<RequestKey> request) {
        if (!key.equals(PanicButton.KEY)) {
            return CompletableFuture.completedFuture(new Press.UnknownKey(key));
        }
        panic.pressed(key);
        return ask(
                panic,
                request,
                new Command.AskHelp(
                        UUID.randomUUID().toString(),
                        HelpCall.Kind.SECURITY,
                        panic.spot().place(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private CompletionStage<Press> ask(Line line, Optional<RequestKey> request, Command command) {
        return asking.ask(name(line), request, command).thenApply(Press.Asked::new);
    }

    private static TokenId name(Line line) {
        return new TokenId("device-" + line.spot().id());
    }
}
