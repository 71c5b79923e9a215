"""What the parts of a knowledge base are called; messages and headings on every layer use these words."""

from opscareer.text import Text

POSITION, ROLE, RUNG = Text("岗位", "position"), Text("角色", "role"), Text("职级", "rung")
SKILL, GROUP = Text("能力", "skill"), Text("能力组", "group of skills")
QUESTION, OPTION = Text("问题", "question"), Text("备选答案", "option")
AD = Text("招聘", "job ad")
PRESENT_POST = Text("现在的岗位", "present post")
