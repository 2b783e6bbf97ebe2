package org.lifeboat.ui.send;

import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Speed;

/// The form as it stands; survives the way to the review and back.
/// @param to as typed
/// @param amount as typed; not looked at where `all` is set
/// @param all everything there is, less the fee
/// @param keepWayOut of all there is on L1, what a way out takes stays
public record SendForm(
        Account from,
        Network network,
        Asset asset,
        String to,
        String amount,
        boolean all,
        boolean keepWayOut,
        Speed speed) {}
