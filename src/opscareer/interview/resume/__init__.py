"""A résumé read: as a file of some form or as text, and what it leads one to propose.

Nothing here waits, prints or reads.
"""

from opscareer.interview.resume.proposals import Proposed, proposals
from opscareer.interview.resume.telling import grounds, told
from opscareer.interview.resume.written import written

__all__ = ["Proposed", "grounds", "proposals", "told", "written"]
