"""Prints what pipelines cost: CPU of the parse and of import + load, peak memory, size on disk, and
pieces per CPU second of the encoder alone (windows of 20 to 120 pieces).

    python -m training.cost CORPUS PIPELINE... [--files 20] [--rounds 3]

CORPUS is a folder of Markdown or text files. Pipelines run in turn, each in a process of its own on
one thread; the table has medians, because only ratios within one run mean anything.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

_ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}
_PROBE = """
import json, resource, sys, time
from pathlib import Path
def highest():  # getrusage would count the parent's memory at the fork
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
from training.evaluate import load
path, files = Path(sys.argv[1]), sys.argv[2:]
nlp = load(path)
loaded, memory = time.process_time(), highest()
texts = [b for f in files for b in Path(f).read_text("utf8").split("\\n\\n") if b.strip()]
list(nlp.pipe(texts[:20]))
began = time.process_time()
words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
took = time.process_time() - began
peak = highest()
pieces = 0.0
if (path / "encoder.onnx").exists():
    from attrib_lint.reader.encoder import Encoder, Window
    encode = Encoder(path / "encoder.onnx")
    windows = [Window([2000 + i * n % 9000 for i in range(n)], [1] * n, [*range(n - 1)])
               for n in range(20, 121, 5)]
    speeds = []
    for _ in range(5):
        began = time.process_time()
        for window in windows:
            encode(window)
        speeds.append(sum(len(w.ids) for w in windows) / (time.process_time() - began))
    pieces = sorted(speeds)[-2]
print(json.dumps({"load": loaded, "loaded": memory, "parse": took, "peak": peak, "words": words,
                  "pieces": pieces}))
"""


def measure(pipeline: Path, files: list[str]) -> dict[str, float]:
    """CPU seconds to `load` and to `parse`, MiB when `loaded` and at the `peak`, `words`, and the
    encoder's `pieces` per second (0 for other pipelines)."""
    command = [sys.executable, "-c", _PROBE, str(pipeline), *files]
    environment = os.environ | _ONE_THREAD
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return measured


def choose(corpus: Path, count: int) -> list[str]:
    """About `count` files of the corpus, evenly spread."""
    every = sorted(str(f) for f in corpus.iterdir() if f.suffix in (".md", ".txt"))
    return every[:: max(1, len(every) // count)][:count]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("pipelines", type=Path, nargs="+")
    parser.add_argument("--files", type=int, default=20, help="how many files, evenly chosen")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    files = choose(args.corpus, args.files)
    runs: dict[Path, list[dict[str, float]]] = {p: [] for p in args.pipelines}
    for _ in range(args.rounds):
        for pipeline, results in runs.items():
            results.append(measure(pipeline, files))
    print(
        "| pipeline | parse CPU s | against the first | load CPU s | MiB | peak | MB | pieces/s |"
    )
    print("|---|---|---|---|---|---|---|---|")
    first = statistics.median(r["parse"] for r in runs[args.pipelines[0]])
    for pipeline, results in runs.items():
        middle = {k: statistics.median(r[k] for r in results) for k in results[0]}
        size = sum(f.stat().st_size for f in pipeline.rglob("*") if f.is_file()) / 1e6
        print(
            f"| {pipeline} | {middle['parse']:.2f} | {middle['parse'] / first:.2f} "
            f"| {middle['load']:.2f} | {middle['loaded']:.0f} | {middle['peak']:.0f} "
            f"| {size:.1f} | {middle['pieces']:.0f} |"
        )


if __name__ == "__main__":
    main()
