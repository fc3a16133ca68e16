package yichuang.hall;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** The hall's calendar: Monday to Friday, less the holidays, plus the days worked instead 调休. */
public record WorkingDays(List<LocalDate> holidays, List<LocalDate> workedInstead) {
    public WorkingDays {
        holidays = List.copyOf(holidays);
        workedInstead = List.copyOf(workedInstead);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (workedInstead.contains(day)) {
            return true;
        }
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /** {@return the {@code days}-th working day after {@code day}, which itself does not count} */
    public LocalDate after(LocalDate day, int days) {
        LocalDate counted = day;
        for (int left = days; left > 0; ) {
            counted = counted.plusDays(1);
            if (isWorkingDay(counted)) {
                left--;
            }
        }
        return counted;
    }
}
