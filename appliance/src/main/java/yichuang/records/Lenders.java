package yichuang.records;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The other voters, as those who may lend rows that are missing here. */
public interface Lenders {
    /** The only voter: what is missing here is nowhere. */
    Lenders NONE =
            new Lenders() {
                @Override
                public boolean any() {
                    return false;
                }

                @Override
                public List<String> reached() {
                    return List.of();
                }

                @Override
                public CompletionStage<byte[]> ask(String lender, byte[] question) {
                    throw new IllegalStateException("there is nobody to ask");
                }
            };

    /** {@return whether the hall has other voters, so that waiting for one of them makes sense} */
    boolean any();

    /** {@return who can be asked just now, the one to ask first at the front} */
    List<String> reached();

    /** {@return what {@link Records#lend} answers there; fails when it cannot be asked} */
    CompletionStage<byte[]> ask(String lender, byte[] question);
}
