"""The help in Chinese: each sentence of it by its English, and the words that stand for values."""

import re
from collections.abc import Mapping

from opscareer.text import Lang

VALUES: Mapping[str, str] = {
    "OPTIONS": "选项",
    "COMMAND": "命令",
    "ARGS": "参数",
    "DIR": "文件夹",
    "FILE": "文件",
    "SHARE": "把握",
    "SKILL=LEVEL": "能力=级别",
    "POSITION": "岗位",
    "GOAL": "目标",
    "ROLE": "角色",
    "NAME": "名字",
    "SHELL": "SHELL",
    "LEVEL": "级别",
    "SKILL": "能力",
    "N": "人数",
    "MONTHS": "月数",
    "SKILLS": "项数",
    "WAYS": "条数",
    "ADS": "招聘文件",
    "AD": "招聘",
    "ID": "编号",
}
"""What stands for a value in the usage of a command."""

HELP: Mapping[str, str] = {
    # every command
    "Your next role in internet operations, what you lack for it, and what to do first.": (
        "互联网运营的下一个岗位是什么，还差什么，先做什么。"
    ),
    "Start with: opscareer assess": "从这里开始：opscareer assess",
    "Language of the texts.": "用哪种语言。",
    "Another knowledge base, or an overlay on the built-in one.": "换一份知识库，或在自带的上面盖一层。",
    "Never ask anything.": "什么都不问。",
    "For screen readers: plain prompts, no bars, no colours.": "给读屏软件用：用编号提问，不画条，不用颜色。",
    "Never show an answer screen by screen.": "长的回答也不分屏看。",
    "Print the version.": "显示版本。",
    "Show this message and exit.": "显示这段说明。",
    "Answer in JSON, in both languages.": "用 JSON 回答，两种语言都有。",
    "Write there instead of printing.": "写进这个文件，不显示出来。",
    "Write over the file that -o names.": "-o 的文件已经在了，也盖掉。",
    "As -o says by how its name ends.": "写成哪种格式；不写，就看 -o 的文件名怎么结尾。",
    "Your answers, in YAML, JSON or a form filled in; - is standard input.": (
        "你的答案：YAML、JSON，或者填好的问卷；- 是标准输入。"
    ),
    # assess
    "Answer a questionnaire and be told your next role, what you lack for it, and what to do first.": (
        "答一份问卷，告诉你下一个岗位、还差什么、先做什么。"
    ),
    "Keep the answers in a file instead, and go on from those it holds.": "答案存进这个文件，里面有的就接着答。",
    "Keep nothing.": "什么都不留。",
    "Start from the answers of the last assessment.": "从上一次的答案开始。",
    "Propose answers from a résumé (text, Markdown, Word, PDF, JSON Resume, RenderCV); you confirm each.": (
        "从简历（文字、Markdown、Word、PDF、JSON Resume、RenderCV）里先填上，你一项项确认。"
    ),
    "Ask about every skill.": "每项能力都问。",
    "Stop when this sure; 0.95 unless told.": "有这么大把握就停；不写是 0.95。",
    # form
    "Write the questionnaire to hand out, as Excel with lists to choose from, CSV or Markdown.": (
        "写一份发下去填的问卷：能点选的 Excel、CSV 或 Markdown。"
    ),
    "A position, or a role: only what it asks for.": "岗位或角色：只问它要的能力。",
    "A row a person; else a sheet a person.": "一人一行；不写是一人一张表。",
    "For so many people.": "给多少人填。",
    "In both languages.": "中英文都写上。",
    # completion
    "Print what a shell needs to complete commands, options, positions and skills.": (
        "写出命令行补全用的脚本：命令、选项、岗位、能力都能补。"
    ),
    "bash, zsh or fish.": "bash、zsh 或 fish。",
    # ladder, roles, skills
    "Show the rungs, the positions and the moves between them.": "看职级、岗位，和岗位之间怎么走。",
    "Only this role and what it leads to.": "只看这个角色，和它通到哪里。",
    "List the roles, what they are measured by, and the blocks of a company.": "列出角色、看哪些数、公司的几大块。",
    "Show one role: what it does, what employers ask, what each of its positions requires and why.": (
        "看一个角色：做什么，招人看什么，每个岗位要什么、凭什么。"
    ),
    "A role, as product-ops.": "一个角色，如 product-ops。",
    "List the skills, group by group.": "分组列出能力。",
    "Show one skill: its levels, how to grow to each, what to show as proof, who asks for it.": (
        "看一项能力：每一级是什么、怎么到、拿什么证明、谁要它。"
    ),
    "A skill, as user-insight.": "一项能力，如 user-insight。",
    # gap, what-if, path, plan, compare
    "Show all that you lack for a position, what matters most for the step first.": (
        "看一个岗位你还差的全部，对这一步要紧的在前。"
    ),
    "Suppose skills at other levels: how the fit moves, which gates open, whether the next role changes.": (
        "假如几项能力到了别的级别：匹配度怎么动，哪些门槛过了，下一步变不变。"
    ),
    "As data-analysis=3. None: each skill one level up.": "如 data-analysis=3。不写：每项各提一级看看。",
    "Find the shortest ways to a goal: which positions, how many months, what has to be closed on the way.": (
        "找到目标最短的几条路：经过哪些岗位，要几个月，路上补什么。"
    ),
    "A position, as coo; else your goal, or the top of the ladder.": (
        "一个岗位，如 coo；不写是你的目标，没有目标就到顶。"
    ),
    "How many ways to show, 1 to 20.": "列出几条路，1 到 20。",
    "Name everything that has to be closed.": "要补的全部列出来。",
    "Schedule what to do for a position: which skill when, what to show for it, when to look again.": (
        "给一个岗位排计划：哪项能力什么时候练，拿什么出来，什么时候回头看。"
    ),
    "A position; else your next role.": "一个岗位；不写是你的下一步。",
    "Tell how far you get by then.": "看到那个月末能到哪。",
    "How many skills at once.": "同时练几项。",
    "Tell how to do every step, not only the first.": "每一步怎么做都说，不只头几步。",
    "Lay positions side by side: what each asks, what they share, and where you stand on each.": (
        "几个岗位摆在一起看：各要什么，哪些一样，你各到哪了。"
    ),
    "Two to six positions.": "两到六个岗位。",
    # report, match, demand, history
    "Write all of the advice on one page: next role, gaps, ways, plan, and where every number comes from.": (
        "全部建议写成一页：下一步、差什么、怎么走、计划，每个数从哪来。"
    ),
    "Open the page in your browser.": "用浏览器打开。",
    "Read job ads: which position each is, what it asks in which words, and whether to apply.": (
        "读招聘：招的是哪个岗位，用哪些话要了什么，要不要投。"
    ),
    "A file with a job ad (text, web page, Word, PDF), or several; FILE#2 is its second; - is stdin.": (
        "一则招聘的文件（文字、网页、Word、PDF），可以多个；FILE#2 是文件里的第二则；- 是标准输入。"
    ),
    "Count what many job ads ask: per role and rung, how many ask for each skill, years and education.": (
        "数很多招聘要什么：按角色和职级，每项能力、年限、学历各有多少则要。"
    ),
    "Of what it is not told it reads in each ad what position that is for. Many ads of one company do not decide: they "
    "count as the root of their number.": (
        "没说的，从每则招聘里读出是哪个岗位。一家公司登得再多也不由它说了算：只按条数的平方根算。"
    ),
    "Job ads as JSON lines or CSV: text, and if there are any title, company, role, rung; - is stdin.": (
        "招聘，JSON 一行一则或 CSV：text，有的话还有 title、company、role、rung；- 是标准输入。"
    ),
    # team
    "Tell each of many people what assess would tell them, and what the whole team is short of.": (
        "给很多人各说一遍 assess 会说的，再说整个团队缺什么。"
    ),
    "It says what to work on next. It is not for hiring, firing, pay or ranking people.": (
        "说的是每个人接下来练什么。不能拿去招人、裁人、定薪、排名次。"
    ),
    "Tables of people, a row a person: CSV, XLSX, JSON lines, Parquet; or folders of them.": (
        "人员表，一行一个人：CSV、XLSX、JSON 行、Parquet；也可以给文件夹。"
    ),
    "Write there what each is told, a row a person: CSV, XLSX, JSON lines or Parquet by its ending.": (
        "把对每个人说的写进这个文件，一行一个人：按结尾写成 CSV、XLSX、JSON 行或 Parquet。"
    ),
    "What to part people by.": "按什么分组。",
    "Break down no group of fewer people.": "少于这么多人的组不单独列。",
    "Name people on pages, by their ids.": "页面上写出是谁（编号）。",
    "Stop at the first row with a fault.": "碰到第一行有错的就停。",
    "List your assessments with their fit, and tell what changed between two.": (
        "列出历次评估和匹配度，说两次之间变了什么。"
    ),
    "Tell what changed between two assessments.": "说两次评估之间变了什么。",
    "Delete for good: a number, unfinished, or all; may be repeated.": (
        "删掉，找不回来：评估的号、unfinished（没做完的）或 all（全部）；可以写几次。"
    ),
    "List all of them, not only the last 50.": "全部列出来，不只是最近 50 次。",
    "Save what can be read of a damaged file into a whole one.": "文件坏了，把读得出的找回来，存成一个好的。",
    "Print everything that is kept, as JSON.": "存下的全部，写成 JSON。",
    "Take in what --export printed; - is stdin.": "收进 --export 写出来的；- 是标准输入。",
    # kb
    "Check, find and describe the knowledge base.": "检查、查看、描述知识库。",
    "Check a knowledge base or an overlay: tell all its faults with their places, and what was hardly meant.": (
        "检查一份知识库或盖上去的一层：错在哪全说出来，还有多半不是那个意思的。"
    ),
    "The folder to check; else the one in use.": "要检查的文件夹；不写是在用的。",
    "Write a small knowledge base of another trade to begin from, with schemas for your editor.": (
        "写一份别的行业的小知识库给你起头，带编辑器用的 schema。"
    ),
    "A folder that is not there yet, or is empty.": "一个还没有的、或空的文件夹。",
    "Tell where the knowledge base in use lies, and where its compiled form is kept.": (
        "说在用的知识库在哪，编译好的存在哪。"
    ),
    "Print the JSON Schema of a command's answer, an answers file, an error, or a file of a knowledge base.": (
        "写出 JSON Schema：一个命令的回答、答案文件、错误，或知识库的一个文件。"
    ),
    "A command, answers, error, or a file, as skills.yaml.": "一个命令，或 answers、error，或文件，如 skills.yaml。",
    "Of a file in an overlay, where nothing is required.": "盖上去的一层里的文件，什么都不必写。",
}
"""What commands and options do."""


def told(english: str, lang: Lang) -> str:
    """Return a sentence of the help in a language."""
    return english if lang == "en" else HELP.get(english, english)


def called(value: str, lang: Lang) -> str:
    """Return what stands for a value, or for several, in a language."""
    if lang == "en":
        return value
    return re.sub(r"[A-Z]+(?:=[A-Z]+)?", lambda word: VALUES.get(word[0], word[0]), value)
