/**
 * How long it will take.
 *
 * <p>The commonest task: {@link yichuang.forecast.WaitEstimate#of} turns how many stand ahead into
 * the two durations a person is told with the ticket.
 *
 * <p>The formula. {@code s} windows with the skill are at work, {@code N} legs stand ahead, a leg
 * takes {@code m} minutes on average (its item's expected minutes × its cases, over all legs that
 * wait for these windows), and the windows that are busy have {@code r} minutes left on average
 * (expected minutes less those already spent, at least a quarter of them). When a window is idle
 * and {@code N} leaves one free, the wait is zero. Otherwise {@code D = N + 1 − idle} windows must
 * come free first. Service times scatter about as much as their mean (a coefficient of variation
 * near 1), so with all windows busy they come free like a Poisson stream and the wait is a gamma
 * variable of shape {@code D} and mean {@code (r + (D − 1) m) / s}. Its quantiles by Wilson and
 * Hilferty's cube (1931): {@code mean × (1 − 1/(9D) + z/(3√D))³}, z = 0 for p50 and 1.2816 for p90;
 * for D = 1 it is off by 1 %, for larger D by less.
 *
 * <p>What it leaves out, until the forecast by simulated futures: people who leave, newcomers of
 * higher classes, windows that open or close, and rivals ahead that another window will take.
 *
 * <p>This room sees {@code hall} and {@code dispatch}.
 */
package yichuang.forecast;
