package org.lifeboat.primitives.tx;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// A transaction before it is signed. Prices are wei a gas.
public sealed interface Transaction {
    /// Type 0 (before EIP-2718, no type byte).
    /// @param chain signed into it by EIP-155; empty for the old form that is valid on every chain
    record Legacy(
            Optional<ChainId> chain,
            Nonce nonce,
            Wei gasPrice,
            Gas gasLimit,
            Optional<Address> to,
            Wei value,
            Bytes data)
            implements Transaction {
        @Override
        public Optional<Address> recipient() {
            return to;
        }

        @Override
        public Wei maxGasPrice() {
            return gasPrice;
        }

        @Override
        public int type() {
            return 0;
        }
    }

    /// Type 1 (EIP-2930, Berlin).
    record AccessListTx(
            ChainId chainId,
            Nonce nonce,
            Wei gasPrice,
            Gas gasLimit,
            Optional<Address> to,
            Wei value,
            Bytes data,
            List<AccessListEntry> accessList)
            implements Transaction {
        public AccessListTx {
            accessList = List.copyOf(accessList);
        }

        @Override
        public Optional<ChainId> chain() {
            return Optional.of(chainId);
        }

        @Override
        public Optional<Address> recipient() {
            return to;
        }

        @Override
        public Wei maxGasPrice() {
            return gasPrice;
        }

        @Override
        public int type() {
            return 1;
        }
    }

    /// Type 2 (EIP-1559, London).
    record DynamicFee(
            ChainId chainId,
            Nonce nonce,
            Wei maxPriorityFeePerGas,
            Wei maxFeePerGas,
            Gas gasLimit,
            Optional<Address> to,
            Wei value,
            Bytes data,
            List<AccessListEntry> accessList)
            implements Transaction {
        public DynamicFee {
            accessList = List.copyOf(accessList);
        }

        @Override
        public Optional<ChainId> chain() {
            return Optional.of(chainId);
        }

        @Override
        public Optional<Address> recipient() {
            return to;
        }

        @Override
        public Wei maxGasPrice() {
            return maxFeePerGas;
        }

        @Override
        public int type() {
            return 2;
        }
    }

    /// Type 3 (EIP-4844, Cancun), as it stands in a block: the blobs themselves travel beside it and are not
    /// here.
    record Blob(
            ChainId chainId,
            Nonce nonce,
            Wei maxPriorityFeePerGas,
            Wei maxFeePerGas,
            Gas gasLimit,
            Address to,
            Wei value,
            Bytes data,
            List<AccessListEntry> accessList,
            Wei maxFeePerBlobGas,
            List<Hash32> blobHashes)
            implements Transaction {
        public Blob {
            accessList = List.copyOf(accessList);
            blobHashes = List.copyOf(blobHashes);
        }

        @Override
        public Optional<ChainId> chain() {
            return Optional.of(chainId);
        }

        @Override
        public Optional<Address> recipient() {
            return Optional.of(to);
        }

        @Override
        public Wei maxGasPrice() {
            return maxFeePerGas;
        }

        @Override
        public int type() {
            return 3;
        }
    }

    /// Type 4 (EIP-7702, Prague): also lets accounts take over the code of others.
    record SetCode(
            ChainId chainId,
            Nonce nonce,
            Wei maxPriorityFeePerGas,
            Wei maxFeePerGas,
            Gas gasLimit,
            Address to,
            Wei value,
            Bytes data,
            List<AccessListEntry> accessList,
            List<SignedAuthorization> authorizations)
            implements Transaction {
        public SetCode {
            accessList = List.copyOf(accessList);
            authorizations = List.copyOf(authorizations);
        }

        @Override
        public Optional<ChainId> chain() {
            return Optional.of(chainId);
        }

        @Override
        public Optional<Address> recipient() {
            return Optional.of(to);
        }

        @Override
        public Wei maxGasPrice() {
            return maxFeePerGas;
        }

        @Override
        public int type() {
            return 4;
        }
    }

    /// The type byte of EIP-2718, 0 for the legacy form.
    int type();

    /// The chain it is bound to; empty only for a legacy transaction without EIP-155.
    Optional<ChainId> chain();

    Nonce nonce();

    Gas gasLimit();

    /// The most it may pay a gas, in wei.
    Wei maxGasPrice();

    /// Empty where it creates a contract.
    Optional<Address> recipient();

    Wei value();

    Bytes data();

    /// The bytes whose Keccak-256 is signed.
    default Bytes signingPayload() {
        return TransactionEncoding.unsigned(this);
    }

    default Hash32 signingHash() {
        return Keccak256.hash(signingPayload());
    }
}
