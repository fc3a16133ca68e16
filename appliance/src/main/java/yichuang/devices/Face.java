package yichuang.devices;

import java.util.List;
import java.util.Optional;
import yichuang.hall.WindowId;

/** What a display shows. The texts are ready to be shown; a driver only lays them out. */
public sealed interface Face {
    /** {@return what a person reads, line by line, Chinese first} */
    List<String> lines();

    /** {@return the ticket's number, if one is shown at a window} */
    default Optional<String> number() {
        return Optional.empty();
    }

    /** {@return the window it is about; empty for a hall board} */
    default Optional<WindowId> window() {
        return Optional.empty();
    }

    /** Somebody is asked to come to the window. */
    record Call(WindowId at, String called, List<String> lines) implements Face {
        public Call {
            lines = List.copyOf(lines);
        }

        @Override
        public Optional<String> number() {
            return Optional.of(called);
        }

        @Override
        public Optional<WindowId> window() {
            return Optional.of(at);
        }
    }

    /** Somebody is being served. */
    record Serving(WindowId at, String served, List<String> lines) implements Face {
        public Serving {
            lines = List.copyOf(lines);
        }

        @Override
        public Optional<String> number() {
            return Optional.of(served);
        }

        @Override
        public Optional<WindowId> window() {
            return Optional.of(at);
        }
    }

    /** The window waits for its next visitor, pauses or is closed. */
    record Resting(WindowId at, Rest rest, List<String> lines) implements Face {
        public Resting {
            lines = List.copyOf(lines);
        }

        @Override
        public Optional<WindowId> window() {
            return Optional.of(at);
        }
    }

    /** Why nobody is at the window. */
    enum Rest {
        IDLE,
        PAUSED,
        CLOSED
    }

    /** The last calls of a hall board, newest first. */
    record Calls(List<Line> calls, List<String> lines) implements Face {
        public Calls {
            calls = List.copyOf(calls);
            lines = List.copyOf(lines);
        }

        /** One line of a board. */
        public record Line(String number, WindowId window, String windowName) {}
    }

    /** Nothing; before the hall is known. */
    record Blank() implements Face {
        @Override
        public List<String> lines() {
            return List.of();
        }
    }
}
