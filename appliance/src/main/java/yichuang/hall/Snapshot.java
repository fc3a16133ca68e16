package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The whole state as one value: what a snapshot of the log holds, and what two nodes compare byte
 * for byte.
 */
record Snapshot(
        Instant at,
        Optional<Setup> setup,
        Optional<BusinessDay> day,
        Optional<LocalDate> lastClosed,
        List<Ticket> closedWithDay,
        List<Sequence> numbers,
        List<Sequence> caseNumbers,
        List<Ticket> tickets,
        List<Window> windows,
        List<Claim> claims,
        List<Rectification> rectifications,
        List<ReturnRight> returns,
        List<Duty> duties,
        List<HelpCall> help,
        List<CaseCount> cases,
        List<Token> tokens,
        List<EnrolCode> codes,
        List<HallNode> nodes,
        List<NodeCode> nodeCodes,
        List<RevokedSerial> revoked,
        Epoch epoch,
        Optional<Island> island,
        List<CutOffNode> cutOff,
        List<JoinedIsland> islands,
        List<InHands> inHands,
        List<Conflict> conflicts,
        List<UnitDay> units,
        List<Remembered> remembered) {}
