# W1 and W2 in simmer: the same two models as QueueWorkload and BedFlowWorkload.
#
#     Rscript simmer_models.R queue 1000000
#     Rscript simmer_models.R bed-flow 50000

library(simmer)

# M/M/10, arrival rate 9, service rate 1, until everybody is served.
queue <- function(customers) {
  customer <- trajectory() %>%
    seize("server") %>%
    timeout(function() rexp(1, 1)) %>%
    release("server")
  env <- simmer() %>%
    add_resource("server", capacity = 10) %>%
    add_generator("customer", customer, at(cumsum(rexp(customers, 9)))) %>%
    run()
  arrivals <- get_mon_arrivals(env)
  list(customers = nrow(arrivals), mean_wait = mean(arrivals$end_time - arrivals$start_time - arrivals$activity_time))
}

# People at home, beds at 90 % load, 15 % wait in the bed for a worker.
bed_flow <- function(people, days = 365) {
  admissions_a_day <- people * 0.25 / 365
  beds <- max(1, round(admissions_a_day * 9.15 / 0.9))
  workers <- max(1, round(admissions_a_day * 0.15 / 0.9))
  after_the_stay <- trajectory() %>%
    seize("worker") %>%
    timeout(1) %>%
    release("worker")
  person <- trajectory() %>%
    timeout(function() rexp(1, 0.25 / 365)) %>%
    seize("bed") %>%
    timeout(function() rlnorm(1, log(9) - 0.5, 1)) %>%
    branch(function() as.integer(runif(1) < 0.15), continue = TRUE, after_the_stay) %>%
    release("bed") %>%
    rollback(5)
  env <- simmer() %>%
    add_resource("bed", capacity = beds) %>%
    add_resource("worker", capacity = workers) %>%
    add_generator("person", person, at(rep(0, people)), mon = 2) %>%
    run(days)
  in_bed <- subset(get_mon_resources(env), resource == "bed")
  lasting <- diff(c(in_bed$time, days))
  discharges <- sum(get_mon_arrivals(env, per_resource = TRUE)$resource == "bed")
  list(beds = beds, workers = workers, admissions = discharges + get_server_count(env, "bed"), mean_occupied = sum(in_bed$server * lasting) / days)
}

words <- commandArgs(trailingOnly = TRUE)
model <- list(queue = queue, "bed-flow" = bed_flow)[[words[1]]]
set.seed(1)
seconds <- system.time(counts <- model(as.integer(words[2])))[["elapsed"]]
str(counts)
cat(sprintf("%.2f s\n", seconds))
