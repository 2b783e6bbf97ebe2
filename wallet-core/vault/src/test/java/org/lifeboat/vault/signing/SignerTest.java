package org.lifeboat.vault.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.vault.Secret;

class SignerTest {
    private static final Secp256k1 CURVE = Secp256k1.preferred();
    private static final Address TO = Address.fromHex("0x00000000000000000000000000000000000000aa");
    private final Secret key = Secret.take(Hex.decode("0x" + "07".repeat(32)));
    private final Address account = key.with(CURVE::addressOfKey);

    private static TransactionRequest request(String data) {
        return new TransactionRequest(new Transaction.DynamicFee(
                new ChainId(10),
                new Nonce(3),
                Wei.of(1),
                Wei.of(2_000_000_000),
                new Gas(21_000),
                Optional.of(TO),
                Wei.of(1_500_000_000_000_000_000L),
                Bytes.fromHex(data),
                List.of()));
    }

    private Signing sign(SigningRequest request, Approval approval) {
        return new Signer(CURVE).sign(request, account, key, approval);
    }

    @Test
    void signer_signsWhatWasDescribedAndApproved() {
        TransactionRequest request = request("0x");

        Signing signing = sign(request, request.describe(account, Facts.NONE).approve());

        var sendable = (Signed.Sendable) ((Signing.Done) signing).signed();
        assertThat(new TransactionSender(CURVE).of(sendable.transaction())).contains(account);
    }

    @Test
    void signer_takesNoApprovalOfAnotherRequestOrAccount() {
        Approval other = request("0x01").describe(account, Facts.NONE).approve();
        Approval elsewhere = request("0x").describe(TO, Facts.NONE).approve();

        assertThat(sign(request("0x"), other)).isInstanceOf(Signing.NotApproved.class);
        assertThat(sign(request("0x"), elsewhere)).isInstanceOf(Signing.NotApproved.class);
    }

    @Test
    void signer_wantsASecondConfirmationForAnUnknownCall() {
        TransactionRequest request = request("0xdeadbeef");
        Approval once = request.describe(account, Facts.NONE).approve();

        assertThat(request.needsSecondConfirmation()).isTrue();
        assertThat(sign(request, once)).isInstanceOf(Signing.ConfirmAgain.class);
        assertThat(sign(request, once.confirmAgain())).isInstanceOf(Signing.Done.class);
    }
}
