package yichuang.log;

import io.microraft.model.RaftModelFactory;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.RaftMessage;
import java.util.List;

/** A leader's word that MicroRaft 0.7 would wrongly refuse; see {@link Tail}. */
record VainWord(AppendEntriesRequest word) {
    private static final RaftModelFactory MODEL = new DefaultRaftModelFactory();

    /** {@return what is left of it for Raft: that a leader is there, and what term it is} */
    RaftMessage heartbeat() {
        return MODEL.createAppendEntriesRequestBuilder()
                .setGroupId(word.getGroupId())
                .setSender(word.getSender())
                .setTerm(word.getTerm())
                .setPreviousLogIndex(0)
                .setPreviousLogTerm(0)
                .setCommitIndex(0)
                .setLogEntries(List.of())
                .setQuerySequenceNumber(word.getQuerySequenceNumber())
                .setFlowControlSequenceNumber(word.getFlowControlSequenceNumber())
                .build();
    }

    /** {@return the answer: this node's log is the leader's up to an index, all of it durable} */
    RaftMessage sameUntil(long index, NodeName self) {
        return MODEL.createAppendEntriesSuccessResponseBuilder()
                .setGroupId(word.getGroupId())
                .setSender(self)
                .setTerm(word.getTerm())
                .setLastLogIndex(index)
                .setQuerySequenceNumber(word.getQuerySequenceNumber())
                .setFlowControlSequenceNumber(word.getFlowControlSequenceNumber())
                .build();
    }
}
