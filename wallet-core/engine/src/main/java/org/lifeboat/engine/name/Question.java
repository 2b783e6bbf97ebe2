package org.lifeboat.engine.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lifeboat.engine.abi.ShownText;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// One of the two directions, asked in one block.
sealed interface Question {
    /// How much of a name that is none is shown.
    int SHOWN = 60;

    /// The name or the address that is asked for, for showing.
    String subject();

    Looped<Named> ask(Resolution resolution, BlockRef block);

    /// The address of a name on a chain.
    /// @param coin that chain's coin type
    record Forward(Normalization.Outcome.Normal name, ChainId chain, long coin) implements Question {
        @Override
        public String subject() {
            return name.name();
        }

        @Override
        public Looped<Named> ask(Resolution resolution, BlockRef block) {
            return then(
                    resolution.address(subject(), coin),
                    address -> found(resolution, block, address, false),
                    () -> coin == EnsCalls.ETHER ? none(resolution, Named.Why.NO_RECORD) : anyChain(resolution, block),
                    (why, said) -> none(resolution, why, said));
        }

        private Looped<Named> anyChain(Resolution resolution, BlockRef block) {
            return then(
                    resolution.address(subject(), EnsCalls.ANY_EVM_CHAIN),
                    address -> found(resolution, block, address, true),
                    () -> onEthereumOnly(resolution),
                    (why, said) -> none(resolution, why, said));
        }

        private Looped<Named> onEthereumOnly(Resolution resolution) {
            return then(
                    resolution.address(subject(), EnsCalls.ETHER),
                    address -> none(resolution, Named.Why.OTHER_CHAIN, chain.toString(), address.toChecksum()),
                    () -> none(resolution, Named.Why.NO_RECORD),
                    (why, said) -> none(resolution, why, said));
        }

        private Looped<Named> found(Resolution resolution, BlockRef block, Address address, boolean anyChain) {
            Named.Found found = new Named.Found(
                    subject(),
                    chain,
                    address,
                    anyChain,
                    Assurance.MATCHED,
                    block,
                    Optional.empty(),
                    name.scripts(),
                    name.restricted());
            return new Looped.Done<>(found, resolution.assurance());
        }
    }

    /// The name of an address on Ethereum.
    record Reverse(Address address, ChainId chain) implements Question {
        @Override
        public String subject() {
            return address.toChecksum();
        }

        @Override
        public Looped<Named> ask(Resolution resolution, BlockRef block) {
            String digits = address.toHex().substring(2).toLowerCase(Locale.ROOT);
            return named(
                    resolution,
                    block,
                    digits + ".addr.reverse",
                    () ->
                            // ENSIP-19, "Primary Name Resolution process", step 9.
                            named(
                                    resolution,
                                    block,
                                    digits + ".default.reverse",
                                    () -> none(resolution, Named.Why.UNNAMED)));
        }

        private Looped<Named> named(
                Resolution resolution, BlockRef block, String reverseName, Supplier<Looped<Named>> empty) {
            return then(
                    resolution.name(reverseName),
                    name -> agreeing(resolution, block, name),
                    empty,
                    (why, said) -> why == Named.Why.NO_RESOLVER ? empty.get() : none(resolution, why, said));
        }

        /// A name that is not in its one form is not shown (ENSIP-15, "Algorithm"), nor one that does not lead back.
        private Looped<Named> agreeing(Resolution resolution, BlockRef block, String name) {
            if (!(Normalization.bundled().normalize(name) instanceof Normalization.Outcome.Normal normal)
                    || !normal.name().equals(name)) {
                String shown = ShownText.clean(name, SHOWN).text();
                return none(resolution, Named.Why.BAD_NAME, shown);
            }
            Looped<Named> forward = new Forward(normal, chain, EnsCalls.ETHER).ask(resolution, block);
            boolean elsewhere = forward instanceof Looped.Done<Named>(Named named, var _)
                    && !(named instanceof Named.Found found && found.address().equals(address));
            return elsewhere ? none(resolution, Named.Why.DISAGREES, name) : forward;
        }
    }

    /// What stands in the way of a record.
    interface Obstacle {
        Looped<Named> tell(Named.Why why, String... said);
    }

    default Looped<Named> none(Resolution resolution, Named.Why why, String... more) {
        List<String> arguments = new ArrayList<>(List.of(subject()));
        arguments.addAll(List.of(more));
        return new Looped.Done<>(new Named.Nothing(why, arguments), resolution.assurance());
    }

    private static <T> Looped<Named> then(
            Looped<Resolution.Entry<T>> looped,
            Function<T, Looped<Named>> value,
            Supplier<Looped<Named>> empty,
            Obstacle obstacle) {
        return switch (looped) {
            case Looped.Done<Resolution.Entry<T>>(Resolution.Entry<T> entry, var _) ->
                switch (entry) {
                    case Resolution.Entry.Value<T>(T there) -> value.apply(there);
                    case Resolution.Entry.Empty<T> _ -> empty.get();
                    case Resolution.Entry.NoResolver<T> _ -> obstacle.tell(Named.Why.NO_RESOLVER);
                    case Resolution.Entry.Elsewhere<T>(List<String> hosts) ->
                        obstacle.tell(Named.Why.OFFCHAIN, String.join(", ", hosts));
                    case Resolution.Entry.Broken<T>(String reason) -> obstacle.tell(Named.Why.BROKEN, reason);
                };
            case Looped.Stopped<Resolution.Entry<T>>(CouldNot reason) -> new Looped.Stopped<>(reason);
            case Looped.Lied<Resolution.Entry<T>>(var contradiction) -> new Looped.Lied<>(contradiction);
        };
    }
}
