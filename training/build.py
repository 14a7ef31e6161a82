"""Builds the bundled model from a folder of treebanks: one command, resumed by running it again.

    python -m training.build TREEBANKS --pretrained CHECKPOINT [--raw FOLDER] [--wikinews DATASET]

Stages: the first four layers of the checkpoint are trained for two epochs of a plan of five; their
feed-forward parts are cut to half; the narrow network is trained for five epochs. All six layers
are trained as its teacher. Then the narrow network goes on, on gold and on what the teacher says of
it and of raw text, and is written as int8 ONNX. Over its readings the second look at doubtful arcs
is trained, over its states the tagger of suspicions, on articles whose faults are marked. README.md
beside this file says where the data come from.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training import prune, second_look, suspicions, train
from training.export import export

MARKED = Path(__file__).resolve().parent / "marked"
STUDENT_RATE = 0.8


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes and epochs of every stage; the defaults are those of the bundled weights."""

    layers: int = 4
    inner: int = 768
    wide_epochs: int = 2
    epochs: int = 5
    teacher_layers: int = 6
    teacher_epochs: int = 8
    student_epochs: int = 7


def build(
    treebanks: Path,
    pretrained: Path,
    work: Path,
    out: Path,
    plan: Plan | None = None,
    *,
    raw: Path | None = None,
    marked: Path | None = None,
    wikinews: Sequence[Path] = (),
    bfloat16: bool = False,
) -> None:
    """Run every stage that has not finished, and print what it took."""
    plan = plan or Plan()
    began = time.time()
    wide, narrow, teacher, student = (work / n for n in ("wide", "narrow", "teacher", "student"))
    checkpoint = ["--pretrained", str(pretrained)]
    common = [*checkpoint, *(["--bfloat16"] if bfloat16 else [])]

    def run(folder: Path, layers: int, epochs: int, *options: str) -> None:
        sizes = ["--layers", str(layers), "--epochs", str(epochs)]
        train.main([str(treebanks), str(folder), *common, *sizes, *options])

    run(wide, plan.layers, plan.epochs, "--stop-after", str(plan.wide_epochs))
    inner = ["--inner", str(plan.inner)]
    if not (narrow / "start.pt").exists():
        prune.main([str(wide), str(treebanks), str(narrow), *checkpoint, *inner])
    begin = ["--start-from", str(narrow / "start.pt")]
    run(narrow, plan.layers, plan.epochs, *inner, *begin)
    run(teacher, plan.teacher_layers, plan.teacher_epochs)
    begin = ["--start-from", str(narrow / "last.pt"), "--rate", str(STUDENT_RATE)]
    imitate = ["--teacher", str(teacher), *(["--raw", str(raw)] if raw else [])]
    run(student, plan.layers, plan.student_epochs, *inner, *begin, *imitate)
    export(student, out, pretrained, treebanks)
    second_look.main([str(treebanks), str(out)])
    if marked is not None:
        real = ["--wikinews", *map(str, wikinews)] if wikinews else []
        tagged = [str(marked), str(out), "--treebanks", str(treebanks), *real]
        suspicions.main(tagged)
        if real:
            # What editors said of its remarks is learnt last, with a little of all else.
            again = ["--go-on", "--share", "0.2", "--epochs", "3", "--rate", "1e-3"]
            suspicions.main([*tagged, *again])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"built {out} in {time.time() - began:.0f} s, peak {peak} MiB")


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--raw", type=Path, help="WikiText files that the teacher labels")
    parser.add_argument("--marked", type=Path, default=MARKED, help="articles with marked faults")
    parser.add_argument(
        "--wikinews", type=Path, nargs="+", default=(), help="real news, whose marks are in MARKED"
    )
    parser.add_argument("--bfloat16", action="store_true", help="faster where the CPU has it")
    parser.add_argument("--work", type=Path, default=Path("build/reader"))
    parser.add_argument("--out", type=Path, default=Path("attrib_lint/model"))
    args = parser.parse_args(arguments)
    build(
        args.treebanks,
        args.pretrained,
        args.work,
        args.out,
        raw=args.raw,
        marked=args.marked,
        wikinews=args.wikinews,
        bfloat16=args.bfloat16,
    )


if __name__ == "__main__":
    main()
