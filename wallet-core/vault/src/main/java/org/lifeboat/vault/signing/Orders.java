package org.lifeboat.vault.signing;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.signing.Line.Argument;

/// Typed data by which the signer gives tokens away for others, later, without a transaction of their own:
/// payments of ERC-3009 and the orders of CoW Protocol and Seaport. Known by the whole type, member by
/// member: a type that differs in one name is another type, and is not described here.
final class Orders {
    /// Source: ERC-3009, "Specification", `TRANSFER_WITH_AUTHORIZATION_TYPEHASH` and its two companions.
    private static final String PAYMENT_MEMBERS =
            "(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";

    private static final String TRANSFER = "TransferWithAuthorization" + PAYMENT_MEMBERS;
    private static final String RECEIVE = "ReceiveWithAuthorization" + PAYMENT_MEMBERS;
    private static final String CANCEL = "CancelAuthorization(address authorizer,bytes32 nonce)";

    /// Source: cowprotocol/contracts, `src/contracts/libraries/GPv2Order.sol`, `TYPE_HASH`.
    private static final String COW = "Order(address sellToken,address buyToken,address receiver,uint256 sellAmount,"
            + "uint256 buyAmount,uint32 validTo,bytes32 appData,uint256 feeAmount,string kind,bool partiallyFillable,"
            + "string sellTokenBalance,string buyTokenBalance)";

    /// Source: ProjectOpenSea/seaport, `docs/SeaportDocumentation.md`, "Order"; the same in versions 1.1 to 1.6.
    private static final String SEAPORT = "OrderComponents(address offerer,address zone,OfferItem[] offer,"
            + "ConsiderationItem[] consideration,uint8 orderType,uint256 startTime,uint256 endTime,bytes32 zoneHash,"
            + "uint256 salt,bytes32 conduitKey,uint256 counter)"
            + "ConsiderationItem(uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,"
            + "uint256 endAmount,address recipient)"
            + "OfferItem(uint8 itemType,address token,uint256 identifierOrCriteria,uint256 startAmount,"
            + "uint256 endAmount)";

    /// Seaport's `ItemType`, `ConsiderationEnums.sol`.
    private static final int NATIVE = 0;

    private static final int ERC20 = 1;
    private static final int LAST_SINGLE = 3;

    private final TypedData data;
    private final Lines lines;

    private Orders(TypedData data, Lines lines) {
        this.data = data;
        this.lines = lines;
    }

    /// @return whether the type is one of those known here
    static boolean describe(TypedData data, Lines lines) {
        Orders orders = new Orders(data, lines);
        switch (data.encodedType()) {
            case TRANSFER, RECEIVE -> orders.payment();
            case CANCEL -> lines.add(Severity.NOTE, "authorization.cancel");
            case COW -> orders.cow();
            case SEAPORT -> orders.seaport();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void payment() {
        lines.add(
                Severity.DANGER,
                "authorization.pay",
                tokens(data.verifyingContract().orElse(Address.ZERO), number("value")),
                lines.address(address("to")),
                lines.address(address("from")));
        lines.until(number("validBefore"));
    }

    private void cow() {
        BigInteger wanted = number("buyAmount");
        lines.add(
                wanted.signum() == 0 ? Severity.DANGER : Severity.WARNING,
                "order.swap",
                tokens(address("sellToken"), number("sellAmount")),
                lines.address(address("sellToken")),
                tokens(address("buyToken"), wanted),
                lines.address(address("buyToken")));
        Address receiver = address("receiver");
        // Source: GPv2Order.sol, `RECEIVER_SAME_AS_OWNER`.
        if (!receiver.equals(Address.ZERO)) {
            lines.add(Severity.WARNING, "order.receiver", lines.address(receiver));
        }
        lines.until(number("validTo"));
    }

    private void seaport() {
        int given = items("offer", "order.gives", Severity.WARNING);
        int got = 0;
        for (int i = 0; has("consideration[" + i + "]"); i++) {
            String item = "consideration[" + i + "]";
            boolean mine = address(item + ".recipient").equals(address("offerer"));
            got += mine ? 1 : 0;
            lines.add(Severity.NOTE, "order.takes", what(item), lines.address(address(item + ".recipient")));
        }
        if (given > 0 && got == 0) {
            lines.add(Severity.DANGER, "order.forNothing");
        }
        lines.until(number("endTime"));
    }

    private int items(String member, String key, Severity severity) {
        int count = 0;
        for (; has(member + "[" + count + "]"); count++) {
            String item = member + "[" + count + "]";
            boolean anyPiece = number(item + ".itemType").compareTo(BigInteger.valueOf(LAST_SINGLE)) > 0;
            lines.add(anyPiece ? Severity.DANGER : severity, anyPiece ? "order.givesAny" : key, what(item));
        }
        return count;
    }

    private boolean has(String item) {
        return data.value(item + ".itemType").isPresent();
    }

    /// What an item is: coins, tokens, or pieces of a collection.
    private Argument what(String item) {
        BigInteger most = number(item + ".startAmount").max(number(item + ".endAmount"));
        Address token = address(item + ".token");
        int type = number(item + ".itemType").intValue();
        return switch (type) {
            case NATIVE -> lines.coins(most);
            case ERC20 -> tokens(token, most);
            default -> Lines.text(most + " x #" + number(item + ".identifierOrCriteria") + ", " + token.toChecksum());
        };
    }

    private Argument tokens(Address token, BigInteger units) {
        return lines.tokens(token, units);
    }

    /// The type was matched as a whole, so the member is there and fits.
    private Address address(String path) {
        return Address.fromHex(value(path));
    }

    private BigInteger number(String path) {
        return new BigInteger(value(path));
    }

    private String value(String path) {
        Optional<String> value = data.value(path);
        return value.orElseThrow(() -> new IllegalStateException("a member of a known type is missing: " + path));
    }
}
