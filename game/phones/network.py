"""The addresses under which phones on the same network reach this computer."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final

import ifaddr

from game.frozen import frozen

_ELSEWHERE: Final = ("192.0.2.1", 9)
"""An address that leads out of the local network; nothing is sent to it."""
_VIRTUAL: Final = (
    "docker",
    "hyper-v",
    "veth",
    "vethernet",
    "vmware",
    "virtualbox",
    "vbox",
    "br-",
    "tun",
    "wsl",
)
"""Names of networks that only programs on this computer are in."""


@frozen
class Address:
    """An address of this computer, its network card, and whether it is the usual one."""

    ip: str
    card: str
    likely: bool = False


def addresses() -> list[Address]:
    """The addresses of this computer that phones can reach, the likeliest first; maybe none."""
    usual = _usual()
    found = [
        Address(ip.ip, card.nice_name, ip.ip == usual)
        for card in ifaddr.get_adapters()
        for ip in card.ips
        if isinstance(ip.ip, str) and _can_be_reached(ip.ip)
    ]
    return sorted(found, key=lambda a: (not a.likely, _is_virtual(a.card), a.card, a.ip))


def _can_be_reached(ip: str) -> bool:
    address = ipaddress.ip_address(ip)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)


def _is_virtual(card: str) -> bool:
    return any(word in card.lower() for word in _VIRTUAL)


def _usual() -> str:
    """The address from which this computer would go out; empty where it is in no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            ip: str = probe.getsockname()[0]
        except OSError:
            return ""
    return ip


def is_ours(ip: str) -> bool:
    """Whether this computer still has an address; asked of the system, nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((ip, 0))
        except OSError:
            return False
    return True
