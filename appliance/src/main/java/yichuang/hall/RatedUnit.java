package yichuang.hall;

/**
 * An office outside of the hall that people rate too, by a QR code of its own: 车管 and other
 * counters (opinion §14). It hands out no tickets here.
 *
 * @param department as the catalogue calls it
 * @param place where it is, for people
 */
public record RatedUnit(
        String id,
        String name,
        String englishName,
        String department,
        String place,
        String englishPlace) {}
