"""A mail server for the tests: aiosmtpd, which is not ours, on a free port of this machine.

    server.py FOLDER [--port PORT] [--tls starttls|implicit CERTIFICATE KEY] [--login USER PASSWORD]
              [--ascii]

It writes "listening on PORT", and into FOLDER every letter that it takes (N.eml, and N.json with the
envelope) and every command that it is given (commands). The file `mode` says how it behaves from now on:

    accept            as a server should
    slow-greeting     no greeting        slow-recipient    no answer to RCPT
    slow-letter       takes the letter, but does not answer
    no-sender         550 to MAIL        no-recipient      550 to RCPT
    later-recipient   451 to RCPT        later-letter      451 to the letter
    later-sign-in     454 to AUTH
    no-letter         554 to the letter, quoting it
    closing           421 to MAIL, and gone
    drop-recipient    gone at RCPT       drop-data         gone at DATA
    drop-inside       gone at the first line of the letter
    drop-letter       gone when it has the letter: it does not keep it
    drop-kept         gone when it has the letter: it keeps it
    drop-answered     answers, and is gone
    mute-data         250 to DATA, in place of 354

A mode that is followed by a number holds for so many times, and then it is `accept` again.
"""

import argparse
import asyncio
import json
import logging
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

FOREVER = 3600


class Server(SMTP):
    """What the library does not do by itself: to vanish."""

    kept = None
    vanish_after_answer = False

    def connection_made(self, transport):
        if self._original_transport is None:
            self.kept.note("connect")
        super().connection_made(transport)

    def vanish(self):
        self.transport.abort()

    async def push(self, status):
        text = status if isinstance(status, str) else status.decode()
        if text.startswith("220 ") and not self.session.host_name and self.kept.mode("slow-greeting"):
            await asyncio.sleep(FOREVER)
        await super().push(status)
        if self.vanish_after_answer:
            self.transport.close()

    async def smtp_DATA(self, arg):
        if self.kept.mode("drop-data"):
            return self.vanish()
        if self.kept.mode("mute-data"):
            return await self.push("250 out of step")
        if self.kept.mode("drop-inside"):
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            return self.vanish()
        await super().smtp_DATA(arg)

    async def smtp_MAIL(self, arg):
        self.kept.note("MAIL")
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        self.kept.note("RCPT " + arg)
        await super().smtp_RCPT(arg)

    async def smtp_NOOP(self, arg):
        self.kept.note("NOOP")
        await super().smtp_NOOP(arg)

    async def smtp_RSET(self, arg):
        self.kept.note("RSET")
        await super().smtp_RSET(arg)

    async def smtp_QUIT(self, arg):
        self.kept.note("QUIT")
        await super().smtp_QUIT(arg)


class Kept:
    """What was taken, and how to behave."""

    def __init__(self, folder, login):
        self.folder = pathlib.Path(folder)
        self.login = login
        self.commands = open(self.folder / "commands", "a", buffering=1)

    def note(self, command):
        self.commands.write(command + "\n")

    def mode(self, asked):
        """Whether it is in this mode now; if it is, it is so once less."""
        file = self.folder / "mode"
        mode, _, times = file.read_text().strip().partition(" ")
        if mode != asked:
            return False
        if times:
            left = int(times) - 1
            write(file, f"{mode} {left}" if left else "accept")
        return True

    def authenticate(self, server, session, envelope, mechanism, data):
        self.note("AUTH " + mechanism)
        if self.mode("later-sign-in"):
            return AuthResult(success=False, handled=False, message="454 4.7.0 later")
        return AuthResult(success=[data.login.decode(), data.password.decode()] == self.login)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode("no-sender"):
            return "550 5.7.1 not from you"
        if self.mode("closing"):
            server.vanish_after_answer = True
            return "421 4.4.2 I am closing"
        envelope.mail_from = address
        envelope.mail_options = options
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode("no-recipient"):
            return "550 5.1.1 nobody of that name"
        if self.mode("later-recipient"):
            return "451 4.3.0 later"
        if self.mode("drop-recipient"):
            server.vanish()
        if self.mode("slow-recipient"):
            await asyncio.sleep(FOREVER)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.note("DATA")
        if self.mode("no-letter"):
            return "554 5.7.1 bad letter: " + " ".join(envelope.content.decode().split())[-300:]
        if self.mode("later-letter"):
            return "451 4.3.0 later"
        if self.mode("drop-letter"):
            return server.vanish()
        self.keep(session, envelope)
        if self.mode("drop-kept"):
            return server.vanish()
        if self.mode("slow-letter"):
            await asyncio.sleep(FOREVER)
        if self.mode("drop-answered"):
            server.vanish_after_answer = True
        return "250 2.0.0 taken"

    def keep(self, session, envelope):
        number = len(list(self.folder.glob("*.json"))) + 1
        draft = self.folder / f"{number}.letter"
        draft.write_bytes(envelope.content)
        draft.rename(draft.with_suffix(".eml"))
        about = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "options": envelope.mail_options,
            "encrypted": session.ssl is not None or self.implicit,
            "hello": session.host_name,
        }
        write(self.folder / f"{number}.json", json.dumps(about))

    implicit = False


def write(file, text):
    """All of it or nothing, for whoever reads at the same time."""
    draft = file.with_suffix(".part")
    draft.write_text(text)
    draft.rename(file)


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", nargs=3)
    parser.add_argument("--login", nargs=2)
    parser.add_argument("--ascii", action="store_true")
    said = parser.parse_args()

    kept = Kept(said.folder, said.login)
    settings = {"enable_SMTPUTF8": not said.ascii, "hostname": "mail.test"}
    listen = {}
    if said.tls:
        when, certificate, key = said.tls
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        if when == "implicit":
            kept.implicit = True
            listen["ssl"] = context
        else:
            settings.update(tls_context=context, require_starttls=True)
    if said.login:
        settings.update(authenticator=kept.authenticate, auth_required=True, auth_require_tls=False)

    def connected():
        server = Server(kept, loop=asyncio.get_running_loop(), **settings)
        server.kept = kept
        return server

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connected, "127.0.0.1", said.port, **listen)
    print("listening on", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


logging.disable()
asyncio.run(main())
