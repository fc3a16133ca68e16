package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call for help is heard once, answered once, and never stays open over night. */
class HelpTest {
    private static Answer ask(Hall hall, Command command) {
        return hall.apply(new Entry(hall.at(), new TokenId("test"), Optional.empty(), command));
    }

    private static Command security(String where) {
        return new Command.AskHelp(
                "h-" + where, HelpCall.Kind.SECURITY, where, Optional.empty(), Optional.empty());
    }

    @Test
    void a_call_stays_open_until_somebody_goes_and_the_second_one_hears_who_went() {
        Day day =
                Day.play(
                        """
                        08:31  k1 asks for helper
                        08:32  3 asks for security
                        08:33  k1 is answered by helper-1
                        08:34  k1 is answered by helper-2   -> refused HelpAnswered
                        08:35  k2 is answered by helper-2   -> refused Unknown
                        """);
        assertEquals(List.of("3"), day.hall().help().stream().map(HelpCall::where).toList());
    }

    @Test
    void asked_again_while_nobody_has_come_it_is_the_same_call() {
        Day day =
                Day.play(
                        """
                        08:31  3 asks for security
                        08:32  3 asks for security
                        08:32  3 asks for colleague
                        """);
        assertEquals(2, day.hall().help().size());
        day.more(
                """
                08:33  3 is answered by 5
                08:34  3 asks for colleague
                """);
        assertEquals(
                2, day.hall().help().size(), "and once it was answered, the next is a new one");
    }

    @Test
    void the_day_ends_what_nobody_answered_and_says_so() {
        Day day =
                Day.play(
                        """
                        08:31  k1 asks for helper
                        20:00  day ends
                        """);
        assertTrue(day.hall().help().isEmpty());
        assertTrue(
                day.events().stream()
                        .anyMatch(
                                event ->
                                        event instanceof Event.HelpLapsed lapsed
                                                && lapsed.call().where().equals("k1")));
    }

    @Test
    void with_two_hundred_open_calls_the_next_one_is_told_to_go_to_the_manager() {
        Hall hall = Day.play("08:31  A0001 takes 社保").hall();
        for (int i = 0; i < HelpRules.OPEN_MAX; i++) {
            assertInstanceOf(Answer.Agreed.class, ask(hall, security("place " + i)));
        }
        assertEquals(
                new Answer.Refused(new Refusal.HelpFull(HelpRules.OPEN_MAX)),
                ask(hall, security("one more")));
        assertInstanceOf(
                Answer.Agreed.class,
                ask(hall, security("place 7")),
                "the same call is not one more");
        ask(hall, new Command.AnswerHelp("h-place 7", "gate"));
        assertInstanceOf(Answer.Agreed.class, ask(hall, security("one more")));
        staysInOrder(hall);
    }

    /** Who asked first stands first, and all of it is in the snapshot. */
    private static void staysInOrder(Hall hall) {
        List<HelpCall> again = Hall.of(hall.snapshot()).help();
        assertEquals(hall.help(), again);
        assertEquals("place 0", again.getFirst().where());
        assertEquals("one more", again.getLast().where());
    }

    @Test
    void only_the_latest_answered_calls_are_remembered() {
        Hall hall = Day.play("08:31  A0001 takes 社保").hall();
        for (int i = 0; i <= 200; i++) {
            ask(hall, security("place " + i));
            ask(hall, new Command.AnswerHelp("h-place " + i, "gate"));
        }
        assertEquals(
                new Answer.Refused(new Refusal.Unknown("help", "h-place 0")),
                ask(hall, new Command.AnswerHelp("h-place 0", "gate")));
        assertInstanceOf(
                Refusal.HelpAnswered.class,
                ((Answer.Refused) ask(hall, new Command.AnswerHelp("h-place 1", "gate"))).why());
    }
}
