package yichuang.devices.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.devices.DeviceFault;
import yichuang.devices.Slip;
import yichuang.devices.port.NetworkPort;

/** A printer on the network, well and unwell. What comes out is read from the paper. */
class EscPosPrinterTest {
    private static final Slip SLIP = Slips.ordinary();

    /** At both ends of a slip every byte, within it every fifth: each is two whole slips. */
    private static final int EDGE = 12;

    private static final int WITHIN_STEP = 5;

    private final VirtualPrinter virtual = new VirtualPrinter(Model.Paper.MM_80.dots());
    private final EscPosPrinter printer = printer(Model.Answers.ALL);

    EscPosPrinterTest() throws IOException {}

    private EscPosPrinter printer(Model.Answers answers) {
        return new EscPosPrinter(
                "printer-k1",
                new NetworkPort("127.0.0.1", virtual.port()),
                new Model(Model.Paper.MM_80, Model.Qr.PRINTER, Model.Cut.PARTIAL, answers));
    }

    @AfterEach
    void close() throws IOException {
        virtual.close();
    }

    @Test
    void slip_after_slip_comes_out_whole() throws Exception {
        for (int i = 0; i < 20; i++) {
            printer.check();
            printer.print(SLIP);
        }
        assertEquals(20, virtual.pieces().size());
        virtual.pieces().forEach(EscPosPrinterTest::whole);
    }

    @Test
    void without_paper_nothing_is_sent_and_nothing_comes_out_later() throws Exception {
        virtual.paperLeft(0);
        assertEquals(DeviceFault.Kind.NO_PAPER, fault(printer));
        virtual.newRoll();
        printer.print(SLIP);

        assertEquals(1, virtual.pieces().size());
    }

    @Test
    void with_the_cover_open_it_says_so_and_not_that_there_is_no_paper() throws Exception {
        virtual.cover(true);
        virtual.paperLeft(0);
        assertEquals(DeviceFault.Kind.COVER_OPEN, fault(printer));
        assertEquals(
                DeviceFault.Kind.COVER_OPEN,
                assertThrows(DeviceFault.class, printer::check).kind());
        virtual.cover(false);
        virtual.newRoll();
        printer.check();
    }

    @Test
    void a_stuck_knife_is_a_fault() {
        virtual.jam(true);
        assertEquals(DeviceFault.Kind.BROKEN, fault(printer));
    }

    @Test
    void a_roll_that_ends_under_the_slip_is_no_slip() {
        virtual.paperLeft(300);
        assertEquals(DeviceFault.Kind.NO_PAPER, fault(printer));
    }

    @Test
    void a_roll_near_its_end_still_prints() throws Exception {
        virtual.nearEnd();
        printer.check();
        printer.print(SLIP);
        whole(virtual.pieces().getFirst());
    }

    @Test
    void who_is_not_there_or_takes_nothing_has_printed_nothing() throws Exception {
        virtual.deaf();
        assertEquals(DeviceFault.Kind.NO_ANSWER, fault(printer));
        virtual.close();
        assertEquals(DeviceFault.Kind.NO_ANSWER, fault(printer));
    }

    /** Printed or not? It can be asked no more. The next slip is whole and stands alone. */
    @Test
    void torn_off_anywhere_it_is_not_known_and_the_next_slip_is_right() throws Exception {
        int asked = 6;
        int slip =
                Layout.of(
                                SLIP,
                                new Model(
                                        Model.Paper.MM_80,
                                        Model.Qr.PRINTER,
                                        Model.Cut.PARTIAL,
                                        Model.Answers.ALL))
                        .length;
        int confirmed = 3;
        int last = asked + slip + confirmed - 1;
        for (int bytes = 0; bytes <= last; bytes++) {
            boolean within = bytes > asked + EDGE && bytes < last - EDGE;
            if (within && bytes % WITHIN_STEP != 0) {
                continue;
            }
            virtual.hangsUpAfter(bytes);
            assertEquals(
                    bytes < asked ? DeviceFault.Kind.NO_ANSWER : DeviceFault.Kind.UNSURE,
                    fault(printer),
                    "after " + bytes);
            virtual.mend();
            printer.print(SLIP);
            whole(virtual.pieces().getLast());
        }
    }

    @Test
    void one_that_never_answers_is_believed_to_have_printed() throws Exception {
        virtual.silent();
        printer(Model.Answers.NEVER).check();
        printer(Model.Answers.NEVER).print(SLIP);
        awaitPieces(1);
        assertEquals(DeviceFault.Kind.NO_ANSWER, fault(printer));
    }

    @Test
    void one_that_only_tells_its_status_is_asked_when_the_slip_must_be_out() throws Exception {
        EscPosPrinter plain = printer(Model.Answers.STATUS);
        plain.print(SLIP);
        whole(virtual.pieces().getFirst());
        virtual.paperLeft(300);
        assertEquals(DeviceFault.Kind.NO_PAPER, fault(plain));
    }

    private void awaitPieces(int count) throws InterruptedException {
        while (virtual.pieces().size() < count) {
            Thread.sleep(5);
        }
    }

    private static DeviceFault.Kind fault(EscPosPrinter printer) {
        return assertThrows(DeviceFault.class, () -> printer.print(SLIP)).kind();
    }

    private static void whole(Interpreter.Piece piece) {
        assertEquals("淄川区政务服务中心", piece.lines().getFirst());
        assertTrue(piece.lines().contains("A0012"));
        assertTrue(piece.lines().contains("取号时间 2026-03-02 09:00"));
        assertEquals(List.of(Slips.LINK), piece.codes());
    }
}
