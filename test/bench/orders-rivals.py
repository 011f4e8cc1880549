"""The same job by others: python3 orders-rivals.py duckdb|polars|pandas FILE...  Prints one line of JSON.

Reads the columns that matter of 54, keeps the last row of each order number, places every order (agent by a staff number that
stands alone in the remark, pool, waiting, excluded, refunded) and sums each outcome in fen.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time

NAMES = ["订单编号", "买家实付金额", "订单状态", "订单付款时间", "商家备注", "店铺名称", "退款金额", "总金额(旧版)", "订单关闭原因"]
NUMBER, NET, STATUS, PAID_AT, REMARK, SHOP, BACK, TOTAL, REASON = NAMES
STAFF = r"(?:^|[\s,;])(10[0-9]{2})(?:$|[\s,;])"


def duckdb_job(paths):
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        converted = []
        for at, path in enumerate(paths):
            target = os.path.join(folder, f"{at}.csv")
            with open(target, "wb") as out:
                subprocess.run(["iconv", "-f", "GB18030", "-t", "UTF-8", path], stdout=out, check=True)
            converted.append(target)
        query = f"""
            with raw as (
              select *, row_number() over () as place
              from read_csv({converted!r}, all_varchar = true, header = true, quote = '"', escape = '"', delim = ',')
            ), last as (
              select arg_max("{NET}", place) as net, arg_max("{BACK}", place) as back, arg_max("{STATUS}", place) as status,
                     arg_max("{PAID_AT}", place) as paid_at, arg_max("{REMARK}", place) as remark
              from raw group by "{NUMBER}", "{SHOP}"
            ), placed as (
              select cast(round(cast(net as decimal(18, 2)) * 100) as bigint) as fen,
                     cast(round(cast(back as decimal(18, 2)) * 100) as bigint) as refund, status, paid_at, remark
              from last
            )
            select case when paid_at is not null and left(paid_at, 7) <> '2026-11' then 'excluded'
                        when fen = 0 and refund > 0 then 'refunded'
                        when status = '交易关闭' then 'excluded'
                        when status = '等待买家付款' then 'waiting'
                        when regexp_extract(coalesce(remark, ''), '{STAFF}', 1) <> '' then 'agent'
                        else 'pool' end as outcome,
                   count(*), sum(fen)
            from placed group by 1"""
        return {row[0]: [row[1], int(row[2])] for row in duckdb.sql(query).fetchall()}


def pandas_job(paths):
    import pandas

    frames = [pandas.read_csv(path, encoding="gb18030", usecols=NAMES, dtype=str, keep_default_na=False) for path in paths]
    frame = pandas.concat(frames).drop_duplicates([NUMBER, SHOP], keep="last")
    fen = (frame[NET].astype("float64") * 100).round().astype("int64")
    refund = (frame[BACK].astype("float64") * 100).round().astype("int64")
    outcome = pandas.Series("pool", index=frame.index)
    outcome[frame[REMARK].str.contains(STAFF.replace("(10", "(?:10"), regex=True)] = "agent"
    outcome[frame[STATUS] == "等待买家付款"] = "waiting"
    outcome[frame[STATUS] == "交易关闭"] = "excluded"
    outcome[(fen == 0) & (refund > 0)] = "refunded"
    outcome[(frame[PAID_AT] != "") & (frame[PAID_AT].str[:7] != "2026-11")] = "excluded"
    return {key: [len(part), int(part.sum())] for key, part in fen.groupby(outcome)}


def polars_job(paths):
    import polars

    frames = []
    for path in paths:
        with tempfile.NamedTemporaryFile(suffix=".csv") as target:
            subprocess.run(["iconv", "-f", "GB18030", "-t", "UTF-8", path], stdout=target, check=True)
            frames.append(polars.read_csv(target.name, columns=NAMES, infer_schema=False))
    frame = polars.concat(frames).unique([NUMBER, SHOP], keep="last")
    column = polars.col
    fen = (column(NET).cast(polars.Float64) * 100).round().cast(polars.Int64)
    refund = (column(BACK).cast(polars.Float64) * 100).round().cast(polars.Int64)
    paid_at = column(PAID_AT)
    outcome = (
        polars.when((paid_at != "") & (paid_at.str.slice(0, 7) != "2026-11")).then(polars.lit("excluded"))
        .when((fen == 0) & (refund > 0)).then(polars.lit("refunded"))
        .when(column(STATUS) == "交易关闭").then(polars.lit("excluded"))
        .when(column(STATUS) == "等待买家付款").then(polars.lit("waiting"))
        .when(column(REMARK).fill_null("").str.contains(STAFF)).then(polars.lit("agent"))
        .otherwise(polars.lit("pool"))
    )
    placed = frame.select(fen.alias("fen"), outcome.alias("outcome")).group_by("outcome").agg(polars.len(), column("fen").sum())
    return {row[0]: [row[1], row[2]] for row in placed.rows()}


start = time.time()
counts = {"duckdb": duckdb_job, "pandas": pandas_job, "polars": polars_job}[sys.argv[1]](sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(
    json.dumps(
        {
            "seconds": time.time() - start,
            "cpu": used.ru_utime + used.ru_stime + children.ru_utime + children.ru_stime,
            "megabytes": used.ru_maxrss / 1024,
            "counts": counts,
        },
        ensure_ascii=False,
    )
)
