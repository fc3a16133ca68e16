package yichuang;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.grid.Shared;
import yichuang.cluster.grid.SharedEntry;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.TicketState;
import yichuang.hall.Window;
import yichuang.leader.Leader;

/**
 * The hall as its leader sees it, told to all nodes: how many wait and how every window stands,
 * with the leader's epoch and term and the command that it is as new as. A node that is at the very
 * same command must see the very same hall, so each compares; one that differs has a fault of its
 * memory or of this program, and says so.
 */
final class SameHall {
    private static final Logger LOG = Logger.getLogger(SameHall.class.getName());
    private static final String KIND = "hall";
    private static final byte VERSION = 1;

    private final Leader leader;
    private final Shared shared;
    private long compared = -1;
    private long told = -1;
    private long toldIn = -1;
    private boolean differs;

    @SuppressWarnings("ArrayRecordComponent")
    private record Look(long index, byte[] hall) {}

    SameHall(Leader leader, Shared shared) {
        this.leader = leader;
        this.shared = shared;
    }

    /** About once a second: the leader tells, the others compare. */
    void beat(boolean leads, long epoch, long term, long index) {
        long office = (epoch << Integer.SIZE) + term;
        if (isDone(leads, office, index)) {
            return;
        }
        var unused =
                leader.read(reading -> new Look(reading.index(), seen(reading.hall())))
                        .thenAccept(
                                look -> {
                                    if (leads) {
                                        tell(office, look);
                                    } else {
                                        shared.all(KIND)
                                                .forEach(entry -> compare(epoch, entry, look));
                                    }
                                });
    }

    private synchronized boolean isDone(boolean leads, long office, long index) {
        return leads ? told == index && toldIn == office : compared == index;
    }

    private synchronized void tell(long office, Look look) {
        told = look.index();
        toldIn = office;
        shared.sayOfHall(KIND, "now", office, look.index(), look.hall());
    }

    private synchronized void compare(long epoch, SharedEntry entry, Look look) {
        if (entry.term() >>> Integer.SIZE != epoch
                || entry.number() != look.index()
                || entry.bytes().length == 0
                || entry.bytes()[0] != VERSION) {
            return;
        }
        compared = look.index();
        differs = !Arrays.equals(entry.bytes(), look.hall());
        if (differs) {
            LOG.log(
                    Level.SEVERE,
                    "本机的大厅副本与主控制器的不一致（第 {0} 条命令）。请重新启动本机，并告诉供应商。"
                            + " This controller''s copy of the hall differs from the leader''s at"
                            + " command {0}. Restart this controller and tell its maker.",
                    look.index());
        }
    }

    /** {@return whether this node saw another hall than the leader when it looked last} */
    synchronized boolean differs() {
        return differs;
    }

    private static byte[] seen(Hall hall) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            int waiting = 0;
            for (Ticket ticket : hall.tickets()) {
                waiting += ticket.state() == TicketState.WAITING ? 1 : 0;
            }
            out.writeInt(waiting);
            for (Window window : hall.windows()) {
                out.writeUTF(window.id().value());
                out.writeUTF(window.state().name());
                out.writeUTF(window.turn().map(turn -> turn.ticket().value()).orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
