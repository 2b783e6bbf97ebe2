package org.lifeboat.primitives.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;

class ReceiptTest {
    private static final List<Log> LOGS = List.of(
            new Log(Address.ZERO, List.of(Hash32.ofNumber(1), Hash32.ofNumber(2)), Bytes.fromHex("0x0102")),
            new Log(Address.ZERO, List.of(), Bytes.EMPTY));

    @Test
    void receipt_ofEveryKnownKind_isReadBack() {
        List<Receipt> receipts = List.of(
                receipt(0, new Receipt.Outcome.PostState(Hash32.ofNumber(3)), Optional.empty()),
                receipt(0, new Receipt.Outcome.Status(true), Optional.empty()),
                receipt(1, new Receipt.Outcome.Status(false), Optional.empty()),
                receipt(4, new Receipt.Outcome.Status(true), Optional.empty()),
                receipt(Receipt.DEPOSIT, new Receipt.Outcome.Status(true), Optional.empty()),
                receipt(
                        Receipt.DEPOSIT,
                        new Receipt.Outcome.Status(true),
                        Optional.of(new Receipt.Deposit(7, Optional.empty()))),
                receipt(
                        Receipt.DEPOSIT,
                        new Receipt.Outcome.Status(true),
                        Optional.of(new Receipt.Deposit(7, Optional.of(1L)))));
        for (Receipt receipt : receipts) {
            assertThat(Receipt.decode(receipt.encoded())).isEqualTo(new Answer.Proven<>(receipt));
        }
    }

    @Test
    void receipt_ofAnUnknownType_needsAnUpdate() {
        assertThat(Receipt.decode(Bytes.fromHex("0x6ac0"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void depositFields_belongToDeposits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipt(
                        2, new Receipt.Outcome.Status(true), Optional.of(new Receipt.Deposit(7, Optional.empty()))));
    }

    private static Receipt receipt(int type, Receipt.Outcome outcome, Optional<Receipt.Deposit> deposit) {
        return new Receipt(type, outcome, new Gas(21_000), LogsBloom.of(LOGS), LOGS, deposit);
    }
}
