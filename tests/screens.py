"""The whole program, or a shell, in a real terminal, read from its screen as a person would."""

import os
import sys
import termios

import pexpect
import pyte

ENTER, CTRL_C, CTRL_Z = "\r", "\x03", "\x1a"
ROWS, COLUMNS = 90, 100


class Screen(pyte.Screen):
    """What a person sees of a program in a terminal of its own."""

    def __init__(self, *words: str, columns: int = COLUMNS, rows: int = ROWS, program: str = "") -> None:
        super().__init__(columns, rows)
        self._stream = pyte.ByteStream(self)
        self.child = pexpect.spawn(
            program or sys.executable,
            [*words] if program else ["-m", "opscareer", *words],
            dimensions=(rows, columns),
            env={**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"},
            timeout=30,
        )
        self.child.delaybeforesend = None

    def write_process_input(self, data: str) -> None:
        """Answer what the program asks of the terminal, as where the cursor is."""
        self.child.send(data)

    def _read(self) -> bytes:
        """Return what the program has written; pexpect gives bytes where it is told no encoding."""
        written: object = self.child.read_nonblocking(4096, timeout=30)
        assert isinstance(written, bytes)
        return written

    def shown(self) -> str:
        """Return all that is on the screen, without blanks."""
        return "".join("".join(self.display).split())

    def wait(self, text: str) -> None:
        """Read until a text is on the screen."""
        while "".join(text.split()) not in self.shown():
            self._stream.feed(self._read())

    @property
    def in_order(self) -> bool:
        """Whether the terminal takes lines and shows what is typed, as a shell expects it back."""
        kept: int = termios.tcgetattr(self.child.child_fd)[3]
        return kept & (termios.ICANON | termios.ECHO) == termios.ICANON | termios.ECHO

    def end(self) -> int:
        """Read until the program ends; return its exit code."""
        while True:
            try:
                self._stream.feed(self._read())
            except pexpect.EOF:
                break
        self.child.close()
        assert self.child.exitstatus is not None
        return self.child.exitstatus
