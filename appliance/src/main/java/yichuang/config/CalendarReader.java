package yichuang.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import yichuang.hall.WorkingDays;

/** Reads the calendars of all years: public holidays and the weekend days worked instead 调休. */
final class CalendarReader {
    /** A notice may name days of the year before, for instance 31 December for New Year. */
    private static final int DAYS_OVER_MAX = 14;

    private static final int HOLIDAY_DAYS_MAX = 20;

    private final Problems problems;
    private final Register<Integer> years;
    private final Register<LocalDate> holidays;
    private final Register<LocalDate> worked;

    CalendarReader(Problems problems) {
        this.problems = problems;
        years = new Register<>("年份", "year", problems);
        holidays = new Register<>("放假日", "holiday", problems);
        worked = new Register<>("调休上班日", "make-up day", problems);
    }

    /** Reads one year's file; {@code fileName} must be that year. */
    void read(Yaml.Mapping file, String fileName) {
        int year = file.whole("year");
        At at = file.entries().get("year").key();
        years.declare(at, String.valueOf(year), year);
        if (!fileName.equals(year + ".yaml")) {
            problems.add(
                    at,
                    "文件名是 " + fileName + "，年份是 " + year + "。改文件名或年份。",
                    "The file is called "
                            + fileName
                            + " and the year is "
                            + year
                            + ". Change one.");
            return;
        }
        file.mappings("holidays").forEach(holiday -> holiday(holiday, year));
        file.mappings("workdays").forEach(workday -> workday(workday, year));
    }

    private void holiday(Yaml.Mapping holiday, int year) {
        Optional<LocalDate> from = date(holiday.text("from"), year);
        Optional<LocalDate> to = date(holiday.text("to"), year);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        long days = from.get().datesUntil(max(from.get(), to.get()).plusDays(1)).count();
        if (to.get().isBefore(from.get()) || days > HOLIDAY_DAYS_MAX) {
            problems.add(
                    holiday.text("to").at(),
                    holiday.word("name") + "从 " + from.get() + " 到 " + to.get() + "，不像一个假期。改起止日期。",
                    holiday.word("nameEn")
                            + " from "
                            + from.get()
                            + " to "
                            + to.get()
                            + " is no holiday. Change its dates.");
            return;
        }
        from.get()
                .datesUntil(to.get().plusDays(1))
                .forEach(day -> holidays.declare(holiday.at(), day.toString(), day));
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void workday(Yaml.Mapping workday, int year) {
        Yaml.Text word = workday.text("date");
        date(word, year)
                .ifPresent(
                        day -> {
                            worked.declare(word.at(), day.toString(), day);
                            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                                problems.add(
                                        word.at(),
                                        day + " 不是周末，本来就上班。删去或改日期。",
                                        day
                                                + " is no weekend day and worked anyway. Remove it"
                                                + " or change the date.");
                            }
                        });
    }

    private Optional<LocalDate> date(Yaml.Text word, int year) {
        try {
            LocalDate date = LocalDate.parse(word.value());
            boolean near =
                    date.plusDays(DAYS_OVER_MAX).getYear() == year
                            || date.minusDays(DAYS_OVER_MAX).getYear() == year;
            if (near) {
                return Optional.of(date);
            }
            problems.add(
                    word.at(),
                    date + " 不在 " + year + " 年。改日期或移到那一年的文件。",
                    date + " is not in " + year + ". Change it or move it to that year's file.");
        } catch (DateTimeParseException none) {
            problems.add(
                    word.at(),
                    "没有 " + word.value() + " 这一天。改日期。",
                    "There is no day " + word.value() + ". Change the date.");
        }
        return Optional.empty();
    }

    /** {@return all years together; a day that is both free and worked is a problem} */
    WorkingDays workingDays() {
        for (LocalDate day : worked.all()) {
            holidays.peek(day.toString())
                    .ifPresent(
                            clash ->
                                    problems.add(
                                            worked.whereIs(day.toString()),
                                            day + " 既放假又上班。删去一处。",
                                            day + " is both a holiday and worked. Remove one."));
        }
        return new WorkingDays(holidays.all(), worked.all());
    }

    List<Integer> years() {
        return years.all();
    }
}
