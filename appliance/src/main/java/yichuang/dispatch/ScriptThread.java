package yichuang.dispatch;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where scripts run, so that the log's thread waits only so long for one. A script ends by its own
 * limits sooner than that; the wait is for the case that it does not.
 */
final class ScriptThread {
    private static final long STUCK_NANOS = 5_000_000_000L;
    private static final int STACK_BYTES = 512 << 10;

    private final Patience patience;
    private final ThreadPoolExecutor thread;
    private Optional<Run> last = Optional.empty();

    private record Run(Future<Script.Best> answer, long startNanos) {}

    /** No answer in time, which a busy machine may be to blame for. */
    static final class Late extends Exception {
        private static final long serialVersionUID = 1L;

        Late(String message) {
            super(message, null, false, false);
        }
    }

    /** The script has not come back since an earlier call, long after its limits. */
    static final class Stuck extends Exception {
        private static final long serialVersionUID = 1L;
    }

    ScriptThread(Patience patience) {
        this.patience = patience;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(1),
                        task -> {
                            Thread one = new Thread(null, task, "policy-script", STACK_BYTES);
                            one.setDaemon(true);
                            return one;
                        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Waits for the answer, but not for ever. */
    Script.Best ask(Script script, Script.Question question) throws Script.Failed, Late, Stuck {
        if (last.filter(run -> !run.answer().isDone()).isPresent()) {
            if (System.nanoTime() - last.get().startNanos() > STUCK_NANOS) {
                throw new Stuck();
            }
            throw new Late("脚本还在算上一次叫号。The script is still busy with the call before.");
        }
        Future<Script.Best> answer = thread.submit(() -> script.best(question, patience));
        last = Optional.of(new Run(answer, System.nanoTime()));
        try {
            return answer.get(patience.waitMillisMax(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Late(
                    "脚本 "
                            + patience.waitMillisMax()
                            + " 毫秒内没有回答。No answer within "
                            + patience.waitMillisMax()
                            + " ms.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Script.Failed own) {
                throw own;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Late("正在关机。Shutting down.");
        }
    }

    /** Leaves the thread to whatever holds it. */
    void abandon() {
        thread.shutdown();
    }
}
