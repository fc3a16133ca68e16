/**
 * The bench {@code reconcile}: a simulated month of visits and ratings, a platform that is slow,
 * wrong and away, a controller that is killed; then both sides' books are compared by a program
 * that knows only the two files ({@code scripts/platform reconcile}).
 *
 * <p>The hall's side is what its people were told: every finish and every rating whose answer came,
 * and nothing is asked again under another key, so each was told once.
 */
package yichuang.bench.reconcile;
