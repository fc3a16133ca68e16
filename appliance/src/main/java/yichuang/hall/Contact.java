package yichuang.hall;

import java.util.Optional;

/**
 * What a person left to be reached by, sealed by the node that took it (design: personal data). The
 * hall cannot read it; erasing it is dropping it.
 *
 * @param person keyed hash of the phone or code, for the rule against duplicates
 * @param sealed the encrypted phone number, in base64, with its wrapped visit key
 * @param masked what staff may see, for instance {@code 138****5678}
 * @param forRating whether the person agreed to be sent a link to rate the visit by
 */
public record Contact(String person, Optional<String> sealed, String masked, boolean forRating) {}
