package yichuang.records;

import java.util.Optional;

/**
 * What one leg of a visit was about.
 *
 * @param served whether a window closed it
 */
record VisitLeg(
        String ticket,
        RectificationCase.Done done,
        String department,
        Optional<String> window,
        Optional<String> staff,
        boolean served) {}
