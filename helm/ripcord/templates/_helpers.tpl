{{/* The name of the deployment: Flink's cluster id, of at most 45 characters. */}}
{{- define "ripcord.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 45 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" (.Release.Name | trunc 37 | trimSuffix "-") .Chart.Name }}
{{- end }}
{{- end }}

{{/* Labels of the pods as well: without versions, or every new chart would restart the job. */}}
{{- define "ripcord.podLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "ripcord.labels" -}}
{{ include "ripcord.podLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* A scalar as text. Helm reads every number as a float, and prints 1000000 as 1e+06 unless told otherwise. */}}
{{- define "ripcord.text" -}}
{{- if kindIs "string" . }}{{ . }}{{ else }}{{ toJson . }}{{ end }}
{{- end }}

{{/* A directory: its own value, else a folder of storage.directory. Takes (list root own folder). */}}
{{- define "ripcord.directory" -}}
{{- $root := index . 0 }}{{ $own := index . 1 }}{{ $folder := index . 2 }}
{{- if $own }}{{ $own }}{{ else if $root }}{{ printf "%s/%s" ($root | trimSuffix "/") $folder }}{{ end }}
{{- end }}

{{- define "ripcord.directories" -}}
{{- $root := .Values.storage.directory -}}
checkpoints: {{ include "ripcord.directory" (list $root .Values.checkpoints.directory "checkpoints") | quote }}
savepoints: {{ include "ripcord.directory" (list $root .Values.savepoints.directory "savepoints") | quote }}
{{- if .Values.highAvailability.enabled }}
highAvailability: {{ include "ripcord.directory" (list $root .Values.highAvailability.directory "high-availability") | quote }}
{{- end }}
{{- end }}

{{/* What the schema cannot say, all at once. `helm lint` passes over it, so that the bare chart lints clean. */}}
{{- define "ripcord.refuse" -}}
{{- $refusals := list }}
{{- if not .Values.kafka.bootstrapServers }}
{{- $refusals = append $refusals "kafka.bootstrapServers is empty; give HOST:PORT[,HOST:PORT...]" }}
{{- end }}
{{- range $place, $directory := include "ripcord.directories" . | fromYaml }}
{{- if not $directory }}
{{- $refusals = append $refusals (printf "%s.directory is empty and so is storage.directory; give one that all pods reach, such as s3://bucket/ripcord" $place) }}
{{- else if and (hasPrefix "file:" $directory) (not $.Values.podTemplate.volumes) }}
{{- $refusals = append $refusals (printf "%s would be in %s, which each pod has for itself and loses; mount a shared volume there (podTemplate.volumes)" $place $directory) }}
{{- end }}
{{- end }}
{{- range $key, $value := .Values.settings }}
{{- if has $key (list "ripcord.kafka.bootstrap-servers" "ripcord.kafka.properties-file") }}
{{- $refusals = append $refusals (printf "settings has %s; set the values below kafka instead" $key) }}
{{- else if regexMatch "password|secret|credential|jaas|api-key" $key }}
{{- $refusals = append $refusals (printf "settings has %s, which would be readable by everyone; keep it in the Secret named by kafka.clientProperties" $key) }}
{{- end }}
{{- end }}
{{- if $refusals }}{{ fail (printf "\n- %s" (join "\n- " $refusals)) }}{{ end }}
{{- end }}

{{/* The job's arguments, in the form of Flink's ParameterTool. */}}
{{- define "ripcord.arguments" -}}
- --ripcord.kafka.bootstrap-servers
- {{ .Values.kafka.bootstrapServers | quote }}
{{- with .Values.kafka.clientProperties }}{{ if .secretName }}
- --ripcord.kafka.properties-file
- {{ printf "/etc/ripcord/kafka/%s" .key | quote }}
{{- end }}{{ end }}
{{- range $key, $value := .Values.settings }}
- --{{ $key }}
- {{ include "ripcord.text" $value | quote }}
{{- end }}
{{- end }}

{{/* Flink's configuration as the chart sets it, before flinkConfiguration is laid over it. */}}
{{- define "ripcord.flinkConfiguration" -}}
{{- $directories := include "ripcord.directories" . | fromYaml -}}
taskmanager.numberOfTaskSlots: {{ include "ripcord.text" .Values.taskSlots | quote }}
{{- /* Live sessions lie all over the heap: with pages of 2 MiB the processor finds them sooner. */}}
env.java.opts.taskmanager: -XX:+UseTransparentHugePages
state.backend.type: {{ .Values.state.backend }}
execution.checkpointing.interval: {{ .Values.checkpoints.interval | quote }}
execution.checkpointing.incremental: {{ .Values.checkpoints.incremental | quote }}
execution.checkpointing.dir: {{ $directories.checkpoints | quote }}
execution.checkpointing.savepoint-dir: {{ $directories.savepoints | quote }}
execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
{{- if .Values.highAvailability.enabled }}
high-availability.type: kubernetes
high-availability.storageDir: {{ $directories.highAvailability | quote }}
{{- end }}
{{- if .Values.metrics.enabled }}
metrics.reporters: prom
metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
metrics.reporter.prom.port: {{ include "ripcord.text" .Values.metrics.port | quote }}
{{- end }}
{{- end }}
