"""Commands whose help is told in the language of the command line; the page itself is made when it is asked for."""

from itertools import pairwise

from typer._click import Context  # not public; the bounds on typer hold it
from typer.core import TyperCommand, TyperGroup


class ToldCommand(TyperCommand):
    """A command whose help is told in the language of the command line, and to which no option is another's value."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Return the words that are left. Raises UsageError where an option stands for the value of another."""
        if any(one.startswith("-") and then.startswith("-") for one, then in pairwise(args)):
            from opscareer.cli.mistakes import refuse_missing

            refuse_missing(self.params, args)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Context) -> str:
        """Return the help of the command."""
        from opscareer.cli.help_page import help_of

        return help_of(self, ctx)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - nothing is cut
        """Return what the command does, in a sentence: what shells show beside its name."""
        from opscareer.cli.help_page import summary

        return summary(self)


class ToldGroup(TyperGroup):
    """The same of a command that has commands of its own."""

    def get_help(self, ctx: Context) -> str:
        """Return the help of the command, and what its commands do."""
        from opscareer.cli.help_page import help_of

        return help_of(self, ctx, {name: self.sentence_of(ctx, name) for name in self.list_commands(ctx)})

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - nothing is cut
        """Return what its commands are for, in a sentence."""
        from opscareer.cli.help_page import summary

        return summary(self)

    def sentence_of(self, ctx: Context, name: str) -> str:
        """Return what one of its commands does."""
        from opscareer.cli.help_page import paragraphs

        command = self.get_command(ctx, name)
        return paragraphs((command and command.help) or "")[0]
