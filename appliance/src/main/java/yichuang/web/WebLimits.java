package yichuang.web;

import java.time.Duration;

/**
 * How often enrolled browsers and phones may ask; service tokens may as often as they like (design:
 * access).
 *
 * @param browserPerMinute requests of one enrolled browser
 * @param ticketsPerMinute tickets one enrolled kiosk takes
 * @param kioskRatingsPerMinute ratings given at one enrolled kiosk: people take their time over it,
 *     and nobody else may make use of it
 * @param linkPerMinute requests with one ticket's link
 * @param enrolPerMinute enrolments from one address, and of every other act that anybody may do
 * @param streamsMax live streams open at once, of everybody
 * @param streamSilence a live stream says at least a comment this often, so that nobody takes a
 *     quiet hall for a dead one
 */
public record WebLimits(
        int browserPerMinute,
        int ticketsPerMinute,
        int kioskRatingsPerMinute,
        int linkPerMinute,
        int enrolPerMinute,
        int streamsMax,
        Duration streamSilence) {
    /** {@return what a hall has, but for those that its configuration sets} */
    public static WebLimits standard(
            int ticketsPerMinute, int kioskRatingsPerMinute, int linkPerMinute) {
        return new WebLimits(
                600,
                ticketsPerMinute,
                kioskRatingsPerMinute,
                linkPerMinute,
                30,
                2_000,
                Duration.ofSeconds(10));
    }
}
