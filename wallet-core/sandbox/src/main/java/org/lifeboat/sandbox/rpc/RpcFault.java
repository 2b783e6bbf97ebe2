package org.lifeboat.sandbox.rpc;

import java.io.Serial;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;

/// An error object of JSON-RPC. Thrown by methods, caught where the answer is written and nowhere else:
/// control flow, without a stack trace.
final class RpcFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    // Source: JSON-RPC 2.0, section 5.1.
    static final int PARSE = -32_700;
    static final int INVALID_REQUEST = -32_600;
    static final int NO_METHOD = -32_601;
    static final int INVALID_PARAMETERS = -32_602;
    static final int INTERNAL = -32_603;

    /// Source: geth, rpc/errors.go, `errcodeDefault`: all that a method has to say against its arguments.
    static final int SERVER = -32_000;

    /// Source: geth, internal/ethapi/errors.go, `revertError.ErrorCode`.
    static final int REVERTED = 3;

    /// Source: geth, rpc/errors.go, `errcodeResponseTooLarge`.
    static final int TOO_LARGE = -32_003;

    /// Source: EIP-1474, "Limit exceeded".
    static final int LIMIT_EXCEEDED = -32_005;

    /// Source: execution-apis, src/eth/execute.yaml, `eth_simulateV1`: "Client limit exceeded".
    static final int CLIENT_LIMIT_EXCEEDED = -38_026;

    private final int code;
    private final String words;
    private final transient Optional<Bytes> data;

    private RpcFault(int code, String words, Optional<Bytes> data) {
        super(words, null, false, false);
        this.code = code;
        this.words = words;
        this.data = data;
    }

    static RpcFault of(int code, String words) {
        return new RpcFault(code, words, Optional.empty());
    }

    static RpcFault server(String words) {
        return of(SERVER, words);
    }

    static RpcFault reverted(String words, Bytes data) {
        return new RpcFault(REVERTED, words, Optional.of(data));
    }

    int code() {
        return code;
    }

    String words() {
        return words;
    }

    Optional<Bytes> data() {
        return data;
    }
}
