"""What a broken or hostile phone may send: messages with wild values, any JSON, any bytes."""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from hypothesis import strategies as st

from game.engine import ACTIONS
from game.phones import messages as msg

_KEYS: Final = ("", "0:x", "1:", "role:", "event", "i1", "i1:citizen", "٣:x", "-1:x", "../..",
                "PlaceIdea", "WriteIdea", "Pass", "Anchor", '"citizen"', "1", "null",
                "\u202e", "a" * 120)  # fmt: skip
_texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["", " ", "\0", "\u200b", "\ud800", "<script>", "{{ 7*7 }}", "æ" * 400, *_KEYS]
    ),
)
_numbers = st.one_of(st.integers(-3, 12), st.integers(), st.floats(), st.booleans())
any_json = st.recursive(
    st.one_of(st.none(), _numbers, _texts),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5), st.dictionaries(st.text(max_size=8), inner, max_size=5)
    ),
    max_leaves=12,
)

_KINDS: Final = [kind.__name__ for kind in ACTIONS]
_FIELDS: Final = ("seat", "card", "idea", "track", "estimate", "name", "text", "kind", "owner",
                  "measure", "value", "place", "role", "note")  # fmt: skip
_plausible = st.one_of(
    st.integers(0, 7),
    st.sampled_from(["i1", "r1", "citizen", "process", "type_once", "Ane"]),
    any_json,
)
_actions = st.builds(
    lambda kind, fields: {"type": kind, **fields},
    st.sampled_from(_KINDS),
    st.dictionaries(st.sampled_from(_FIELDS), _plausible, max_size=6),
)


def _fields_of(kind: type[msg.Message]) -> st.SearchStrategy[dict[str, Any]]:
    """A message of a kind, with values that fit and others that do not."""
    say = get_args(kind.model_fields["say"].annotation)[0]
    values: dict[str, st.SearchStrategy[Any]] = {
        "name": _texts, "secret": _texts, "code": _texts, "token": _texts, "text": _texts,
        "lang": st.one_of(st.sampled_from(["da", "en", None]), any_json),
        "seat": _numbers, "value": st.one_of(st.integers(0, 6), st.none(), _numbers),
        "sheet": _numbers, "card": st.sampled_from(_KEYS),
        "page": st.sampled_from(get_args(msg.Page)), "action": st.one_of(_actions, any_json),
        "picks": st.lists(st.sampled_from(_KEYS), max_size=12),
        "question": st.sampled_from(_KEYS), "mood": _numbers, "word": _texts,
        "answers": st.one_of(st.dictionaries(_texts, _texts, max_size=4), any_json),
        "dots": st.lists(st.integers(-1, 10), max_size=24),
    }  # fmt: skip
    known = {name: values.get(name, any_json) for name in kind.model_fields if name != "say"}
    fields: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}, optional=known)
    return fields.map(lambda some: {"say": say, **some})


_MESSAGES: Final = (*get_args(msg.OfTheRoom), *get_args(msg.Deed), msg.Hello, msg.Join)
shaped = st.one_of([_fields_of(kind) for kind in _MESSAGES]).map(json.dumps)
"""Messages of every kind."""
texts = st.one_of(shaped, shaped, any_json.map(json.dumps), st.text(max_size=200))
"""Whatever can be sent as a text."""
raw = st.one_of(
    texts.map(lambda text: text.encode(errors="surrogatepass")), st.binary(max_size=600)
)
"""Whatever can be sent at all."""
