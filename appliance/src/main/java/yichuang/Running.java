package yichuang;

import java.io.IOException;
import yichuang.config.ConfigErrors;

/**
 * The controller of a process, and the next one in its place when its part in the hall has become
 * another: a satellite that votes from now on, a voter that the hall has gone on without. All rooms
 * are closed and opened anew, on the same port; whoever asks meanwhile is refused for a second or
 * two and asks again.
 */
final class Running implements AutoCloseable {
    private Controller.Options options;
    private Controller controller;
    private boolean closed;

    private Running(Controller.Options options, Controller controller) {
        this.options = options;
        this.controller = controller;
    }

    static Running start(Controller.Options options) throws ConfigErrors, IOException {
        return new Running(options, Controller.start(options));
    }

    /** {@return the one that runs now} */
    synchronized Controller controller() {
        return controller;
    }

    /**
     * Waits until the controller has to begin anew, and lets it.
     *
     * @return whether there is a next one: not when this was closed
     */
    boolean next() throws ConfigErrors, IOException {
        controller().awaitTurn();
        synchronized (this) {
            if (closed) {
                return false;
            }
            options = controller.again(options);
            controller.close();
            controller = Controller.start(options);
            return true;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        controller.close();
    }
}
