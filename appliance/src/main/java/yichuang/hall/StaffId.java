package yichuang.hall;

/** A member of staff, by the work number 工号 of the staff list. */
public record StaffId(String value) implements Comparable<StaffId> {
    public StaffId {
        Checks.word("StaffId", value);
    }

    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
