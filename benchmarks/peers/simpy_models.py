"""W1 and W2 in SimPy: the same two models as QueueWorkload and BedFlowWorkload, one process per customer or person.

    python simpy_models.py queue 1000000
    python simpy_models.py bed-flow 50000
"""

import math
import random
import sys
import time

import simpy


def queue(customers, seed):
    """M/M/10, arrival rate 9, service rate 1, until everybody is served."""
    luck = random.Random(seed)
    env = simpy.Environment()
    servers = simpy.Resource(env, capacity=10)
    served = 0
    waited = 0.0

    def customer():
        nonlocal served, waited
        arrived = env.now
        with servers.request() as server:
            yield server
            waited += env.now - arrived
            yield env.timeout(luck.expovariate(1))
        served += 1

    def arrivals():
        for _ in range(customers):
            yield env.timeout(luck.expovariate(9))
            env.process(customer())

    env.process(arrivals())
    env.run()
    return {"customers": served, "mean wait": waited / served}


def bed_flow(people, seed, days=365):
    """People at home, beds at 90 % load, 15 % wait in the bed for a worker."""
    luck = random.Random(seed)
    env = simpy.Environment()
    admissions_a_day = people * 0.25 / 365
    beds = simpy.Resource(env, capacity=max(1, round(admissions_a_day * 9.15 / 0.9)))
    workers = simpy.Resource(env, capacity=max(1, round(admissions_a_day * 0.15 / 0.9)))
    admissions = 0
    bed_days = 0.0

    def person():
        nonlocal admissions, bed_days
        while True:
            yield env.timeout(luck.expovariate(0.25 / 365))
            with beds.request() as bed:
                yield bed
                admissions += 1
                bed_days += days - env.now
                yield env.timeout(luck.lognormvariate(math.log(9) - 0.5, 1))
                if luck.random() < 0.15:
                    with workers.request() as worker:
                        yield worker
                        yield env.timeout(1)
                bed_days -= days - env.now

    for _ in range(people):
        env.process(person())
    env.run(until=days)
    return {"beds": beds.capacity, "workers": workers.capacity, "admissions": admissions, "mean occupied": bed_days / days}


if __name__ == "__main__":
    model = {"queue": queue, "bed-flow": bed_flow}[sys.argv[1]]
    start = time.perf_counter()
    counts = model(int(sys.argv[2]), seed=1)
    print(counts, f"{time.perf_counter() - start:.2f} s")
