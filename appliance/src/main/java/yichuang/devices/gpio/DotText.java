package yichuang.devices.gpio;

import java.util.Locale;
import yichuang.devices.Face;

/** What of a face fits on a few modules: the number alone. */
final class DotText {
    private static final String PAUSED = "--";

    private DotText() {}

    static String of(Face face) {
        String text =
                switch (face) {
                    case Face.Call call -> call.called();
                    case Face.Serving serving -> serving.served();
                    case Face.Resting resting ->
                            switch (resting.rest()) {
                                case IDLE -> resting.at().value();
                                case PAUSED -> PAUSED;
                                case CLOSED -> "";
                            };
                    case Face.Calls calls ->
                            calls.calls().isEmpty() ? "" : calls.calls().getFirst().number();
                    case Face.Blank blank -> "";
                };
        return text.toUpperCase(Locale.ROOT);
    }
}
