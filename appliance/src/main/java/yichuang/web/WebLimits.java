package yichuang.web;

/**
 * How often enrolled browsers and phones may ask; service tokens may as often as they like (design:
 * access).
 *
 * @param browserPerMinute requests of one enrolled browser
 * @param linkPerMinute requests with one ticket's link
 * @param enrolPerMinute enrolments from one address
 * @param streamsMax live streams open at once, of everybody
 */
public record WebLimits(
        int browserPerMinute, int linkPerMinute, int enrolPerMinute, int streamsMax) {
    /** {@return what a hall starts with} */
    public static WebLimits standard() {
        return new WebLimits(600, 120, 30, 2_000);
    }
}
