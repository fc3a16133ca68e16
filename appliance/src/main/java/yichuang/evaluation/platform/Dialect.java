package yichuang.evaluation.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import yichuang.evaluation.sending.AnswerForm;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Template;
import yichuang.records.Letter;

/**
 * How one district's platform wants to be told: everything that may differ from one to the next, as
 * its file has it.
 *
 * @param id the file's own name of it
 * @param name the platform's, for people
 * @param body how the request's body is written
 * @param headers besides the content type
 * @param requestTime pattern of the request's time
 * @param fieldTimes pattern of times in messages
 * @param signText what is signed; its places are time, appMark, appWord, data
 */
public record Dialect(
        String id,
        String name,
        BodyForm body,
        Map<String, String> headers,
        String requestTime,
        String fieldTimes,
        SignMethod sign,
        Template signText,
        TextForm signAs,
        SealMethod seal,
        CipherOrder order,
        TextForm sealAs,
        MessageForm service,
        MessageForm rating,
        AnswerForm answer) {
    /** Names that the places of an envelope may have. */
    public static final Set<String> ENVELOPE_PLACES = Set.of("appMark", "time", "sign", "data");

    /** Names that the places of the signed text may have. */
    public static final Set<String> SIGN_PLACES = Set.of("appMark", "appWord", "time", "data");

    public Dialect {
        headers = new TreeMap<>(headers);
    }

    /** How a request is signed. */
    public enum SignMethod {
        /** SM2 signature (GB/T 32918.2) by our key. */
        SM2,
        /** The text itself under the platform's SM2 key; what public integrations call SM2(…). */
        SM2_CIPHER,
        /** HMAC with SM3 (GB/T 32905). */
        SM3_HMAC,
        /** HMAC with SHA-256. */
        HMAC_SHA256
    }

    /** How messages are closed. */
    public enum SealMethod {
        /** Under the platform's SM2 key (GB/T 32918.4). */
        SM2_CIPHER,
        /** SM4 (GB/T 32907), blocks by themselves. */
        SM4_ECB,
        /** SM4 with a fresh first block, put in front. */
        SM4_CBC,
        /** Not at all: HTTPS does it. */
        NONE
    }

    /** In which order the parts of an SM2 ciphertext stand. */
    public enum CipherOrder {
        C1C3C2,
        C1C2C3
    }

    /** Bytes as text. */
    public enum TextForm {
        HEX,
        BASE64
    }

    /** {@return names of the fields of such a letter, as a person mends them} */
    public List<String> fieldNames(Letter.Kind kind) {
        return form(kind).fields().stream().map(FieldForm::name).toList();
    }

    MessageForm form(Letter.Kind kind) {
        return switch (kind) {
            case SERVICE -> service;
            case RATING, FOLLOW_UP -> rating;
        };
    }
}
