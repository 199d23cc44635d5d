"""Calendar files that learners get, made by lib/calendar.js and read by somebody else's parser."""

import json
import random
import subprocess
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from course import ROOT

LIB = ROOT / "overrides" / "assets" / "js" / "lib"
MAKE = f"""
import {{ calendar }} from {json.dumps((LIB / "calendar.js").as_uri())};
import {{ dayAfter, DAYS }} from {json.dumps((LIB / "review.js").as_uri())};
import {{ readFileSync }} from "node:fs";
const {{ events, made, days }} = JSON.parse(readFileSync(0, "utf8"));
const after = (days ?? []).map((day) => DAYS.map((number) => dayAfter(day, number)));
process.stdout.write(JSON.stringify({{ text: calendar(events, made), after, DAYS }}));
"""
MADE = {"stamp": "2026-11-22T17:34:56.789Z", "maker": "Tous clients", "language": "fr"}
EVENT = {
    "uid": "review-2026-11-24@tous-clients",
    "day": "2026-11-24",
    "time": "09:00",
    "minutes": 5,
    "title": "Réviser : 4 questions",
    "text": "Quatre questions; cinq minutes, debout.",
    "url": "https://example.org/fr/progress/review.html#2026-11-24",
}
TEXTS = [
    "Où en êtes-vous? « Ça va », dit Zoé; cœur, naïveté, Noël…",
    "Une liste : a, b; c",
    "Deux\nlignes\n\net une vide",
    "C:\\cours\\nouveau\\;a\\,b",
    "\\n n’est pas une fin de ligne, \\\\n non plus",
    "😀 👩🏽‍💻 é́ 日本語",
    "  des espaces autour  ",
    'des "guillemets", deux: points=et^accents',
    "é" * 40 + "😀" * 40 + ", " * 40,
    "BEGIN:VEVENT\nEND:VCALENDAR",
]


def run(days=(), **given):
    given = json.dumps({"events": [EVENT], "made": MADE, "days": list(days)} | given)
    command = ["node", "--input-type=module", "--eval", MAKE]
    result = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(result.stdout)


def make(*events, **made):
    """Return the bytes of a file that holds `events`, each given as what it has of its own."""
    events = [EVENT | {"uid": f"event-{number}"} | event for number, event in enumerate(events)]
    return run(events=events, made=MADE | made)["text"].encode()


def parse(*events, **made):
    """Return the parsed calendar and its events."""
    calendar = icalendar.Calendar.from_ical(make(*events, **made))
    return calendar, list(calendar.walk("VEVENT"))


def test_the_parser_finds_nothing_to_say():
    calendar, events = parse({}, {})
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"] == "-//Tous clients//FR"
    assert calendar["CALSCALE"] == "GREGORIAN"
    assert len(events) == 2
    assert not calendar.errors
    assert not any(event.errors for event in events)
    assert icalendar.Calendar.from_ical(calendar.to_ical()) == calendar


def test_every_text_comes_back_as_it_was():
    _, events = parse(*({"title": text, "text": text} for text in TEXTS))
    for text, event in zip(TEXTS, events, strict=True):
        assert str(event["SUMMARY"]) == text
        assert str(event["DESCRIPTION"]) == text
        assert str(event.walk("VALARM")[0]["DESCRIPTION"]) == text
        assert event["SUMMARY"].params["LANGUAGE"] == "fr"


def test_texts_of_chance_come_back_too():
    chance = random.Random(20261122)
    letters = "aé œ,;:\\\"'\n😀🏽\u00a0\u200d\u0301n日"
    texts = ["".join(chance.choices(letters, k=chance.randrange(1, 300))) for _ in range(300)]
    _, events = parse(*({"title": text, "text": text} for text in texts))
    assert [str(event["SUMMARY"]) for event in events] == texts
    assert [str(event["DESCRIPTION"]) for event in events] == texts


def test_other_ends_of_lines_become_plain_ones_and_control_characters_go():
    _, events = parse({"title": "a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "text": "a\tb\x00c\x1bd"})
    assert str(events[0]["SUMMARY"]) == "a\nb\nc\nd\ne\nf\ng\nh"
    assert str(events[0]["DESCRIPTION"]) == "a\tbcd"


def test_lines_have_at_most_75_octets_whole_characters_and_crlf():
    content = make(*({"title": text, "text": text * 5} for text in TEXTS))
    assert content.endswith(b"\r\nEND:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) == 75, "lines are folded where they must be, and not before"
    for line in lines:
        assert b"\r" not in line
        assert b"\n" not in line
        line.decode("utf-8")  # a character that was cut is no UTF-8


@pytest.mark.parametrize("zone", ["America/Toronto", "America/St_Johns", "Pacific/Auckland", "Asia/Kolkata", "UTC"])
def test_nine_is_nine_in_every_time_zone(zone):
    # Daylight saving begins and ends on some of these days, here or there.
    days = ["2026-11-01", "2027-03-14", "2027-04-04", "2026-09-27", "2028-02-29", "2026-12-31"]
    content = make(*({"day": day} for day in days))
    assert b"TZID" not in content
    assert b"VTIMEZONE" not in content
    for day, event in zip(days, icalendar.Calendar.from_ical(content).walk("VEVENT"), strict=True):
        start = event["DTSTART"].dt
        assert start == datetime.combine(date.fromisoformat(day), time(9)), "no time zone is named"
        assert start.tzinfo is None
        there = start.replace(tzinfo=ZoneInfo(zone))
        assert (there.date().isoformat(), there.hour, there.minute) == (day, 9, 0)


@pytest.mark.parametrize(
    ("written", "hour", "minute"), [("9:05", 9, 5), ("23:59", 23, 59), ("07:30:00", 7, 30), ("", 9, 0)]
)
def test_a_time_is_the_one_that_a_form_gives(written, hour, minute):
    _, (event,) = parse({"time": written})
    assert event["DTSTART"].dt.time() == time(hour, minute)
    assert event["DURATION"].dt == timedelta(minutes=5)


def test_days_are_counted_over_daylight_saving_month_ends_and_leap_years():
    days = [date(2026, 10, 1) + timedelta(days=number) for number in range(900)]
    found = run(days=[day.isoformat() for day in days])
    for day, later in zip(days, found["after"], strict=True):
        assert later == [(day + timedelta(days=number)).isoformat() for number in found["DAYS"]]
    dates = sorted({day for later in found["after"] for day in later})
    assert "2028-02-29" in dates
    _, events = parse(*({"day": day} for day in dates))
    assert [event["DTSTART"].dt.date().isoformat() for event in events] == dates


def test_an_alarm_shows_the_title_when_it_is_time():
    _, (event,) = parse({"title": "Un merci, daté; signé"})
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["TRIGGER"].dt == timedelta(0)
    assert str(alarm["DESCRIPTION"]) == "Un merci, daté; signé"


def test_no_two_events_share_a_name_and_a_file_made_again_names_them_alike():
    events = [{"uid": "a"}, {"uid": "b"}, {"uid": "a"}, {"uid": "2-a"}, {"uid": "a"}]
    names = [str(event["UID"]) for event in parse(*events)[1]]
    assert len(set(names)) == len(events)
    assert names[:2] == ["a", "b"]
    assert names == [str(event["UID"]) for event in parse(*events)[1]]


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://example.org/a,b;c.html?d=e&f=g#h", "https://example.org/a,b;c.html?d=e&f=g#h"),
        ("https://example.org/été.html", "https://example.org/%C3%A9t%C3%A9.html"),
        (f"https://example.org/{'a' * 200}.html", f"https://example.org/{'a' * 200}.html"),
        ("file:///home/nadia/cours/fr/index.html", "file:///home/nadia/cours/fr/index.html"),
    ],
)
def test_the_address_is_whole_and_can_be_followed(address, read):
    _, (event,) = parse({"url": address})
    assert str(event["URL"]) == read


def test_an_event_without_text_or_address_is_one_all_the_same():
    for event in parse({"text": None, "url": None}, {"text": "", "url": "../a.html"})[1]:
        assert "URL" not in event
        assert "DESCRIPTION" not in event
        assert str(event["SUMMARY"]) == EVENT["title"]


def test_the_moment_of_making_is_universal_time():
    _, (event,) = parse({})
    assert event["DTSTAMP"].dt == datetime(2026, 11, 22, 17, 34, 56, tzinfo=ZoneInfo("UTC"))
